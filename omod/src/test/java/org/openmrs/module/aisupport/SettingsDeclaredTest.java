/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.platform.Setting;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

@Tag("O2")
class SettingsDeclaredTest {

    @Test
    void every_setting_of_the_code_is_declared_with_a_description_and_every_declared_one_is_in_the_code()
            throws Exception {
        Map<String, String> descriptions = declared();

        assertThat(descriptions.keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Setting.values())
                        .map(SettingsDeclaredTest::declaredAs)
                        .toList());
        assertThat(descriptions.values()).allSatisfy(text -> assertThat(text).isNotBlank());
    }

    /** The label is one setting for each language; English stands for them. */
    private static String declaredAs(Setting setting) {
        return setting == Setting.SUGGESTION_LABEL ? setting.property() + ".en" : setting.property();
    }

    private static Map<String, String> declared() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        try (InputStream in = SettingsDeclaredTest.class.getResourceAsStream("/config.xml")) {
            Document config = factory.newDocumentBuilder().parse(in);
            NodeList properties = config.getElementsByTagName("globalProperty");
            Map<String, String> descriptions = new TreeMap<>();
            for (int i = 0; i < properties.getLength(); i++) {
                Element property = (Element) properties.item(i);
                descriptions.put(text(property, "property"), text(property, "description"));
            }
            return descriptions;
        }
    }

    private static String text(Element property, String tag) {
        return property.getElementsByTagName(tag).item(0).getTextContent();
    }
}
