/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.module;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads {@code config.xml}. What OpenMRS would honour and the sandbox does not is refused, never passed over. */
final class ConfigXml {

    private static final Set<String> VERSIONS = Set.of("1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "2.0");
    private static final Set<String> UNSUPPORTED = Set.of(
            "servlet",
            "advice",
            "dwr",
            "mappingFiles",
            "packagesWithMappedClasses",
            "conditionalResources",
            "start_before_modules",
            "require_database_version");

    private final Element module;

    private ConfigXml(Element module) {
        this.module = module;
    }

    static ModuleConfig read(Path file) {
        return new ConfigXml(parse(file)).config();
    }

    private static Element parse(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            // A DOCTYPE is allowed, as in OpenMRS, but nothing is fetched or expanded for it.
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setExpandEntityReferences(false);
            return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        } catch (SAXException | IOException e) {
            throw new CannotLoadModuleException("config.xml can't be read: " + e.getMessage(), e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The XML parser of this Java lacks a feature", e);
        }
    }

    private ModuleConfig config() {
        if (!VERSIONS.contains(module.getAttribute("configVersion"))) {
            throw new CannotLoadModuleException("config.xml has configVersion '" + module.getAttribute("configVersion")
                    + "'; OpenMRS knows " + VERSIONS);
        }
        refuseUnsupported();
        return new ModuleConfig(
                needed("id"),
                needed("name"),
                text(module, "version"),
                needed("package"),
                text(module, "author"),
                text(module, "description"),
                needed("activator"),
                text(module, "require_version"),
                requiredModules(),
                inside("aware_of_modules", "aware_of_module")
                        .map(ConfigXml::text)
                        .toList(),
                all("privilege", each -> new ModuleConfig.Privilege(text(each, "name"), text(each, "description"))),
                all(
                        "globalProperty",
                        each -> new ModuleConfig.Setting(
                                text(each, "property"), text(each, "defaultValue"), text(each, "description"))),
                all("extension", each -> new ModuleConfig.ExtensionPoint(text(each, "point"), text(each, "class"))),
                all("filter", this::filter),
                all("messages", each -> new ModuleConfig.Messages(text(each, "lang"), text(each, "file"))));
    }

    private void refuseUnsupported() {
        children(module)
                .map(Element::getTagName)
                .filter(UNSUPPORTED::contains)
                .findFirst()
                .ifPresent(ConfigXml::refuse);
    }

    private static void refuse(String tag) {
        throw new CannotLoadModuleException("config.xml has <" + tag
                + ">, which the sandbox can't do. A real server can: test this module there, or teach the sandbox.");
    }

    private ModuleConfig.WebFilter filter(Element filter) {
        refuseInside(filter, "init-param");
        String name = text(filter, "filter-name");
        List<Element> mappings = children(module)
                .filter(each -> each.getTagName().equals("filter-mapping"))
                .filter(each -> text(each, "filter-name").equals(name))
                .toList();
        mappings.forEach(each -> refuseInside(each, "servlet-name"));
        return new ModuleConfig.WebFilter(
                name,
                text(filter, "filter-class"),
                mappings.stream()
                        .flatMap(ConfigXml::children)
                        .filter(each -> each.getTagName().equals("url-pattern"))
                        .map(ConfigXml::text)
                        .toList());
    }

    private static void refuseInside(Element parent, String tag) {
        children(parent)
                .filter(each -> each.getTagName().equals(tag))
                .findFirst()
                .ifPresent(each -> refuse(tag));
    }

    private List<ModuleConfig.RequiredModule> requiredModules() {
        return inside("require_modules", "require_module")
                .map(each -> new ModuleConfig.RequiredModule(text(each), each.getAttribute("version")))
                .toList();
    }

    private String needed(String tag) {
        String value = text(module, tag);
        if (value.isEmpty()) {
            throw new CannotLoadModuleException("config.xml lacks <" + tag + ">");
        }
        return value;
    }

    private <T> List<T> all(String tag, Function<Element, T> read) {
        return children(module)
                .filter(each -> each.getTagName().equals(tag))
                .map(read)
                .toList();
    }

    private Stream<Element> inside(String list, String tag) {
        return children(module)
                .filter(each -> each.getTagName().equals(list))
                .flatMap(ConfigXml::children)
                .filter(each -> each.getTagName().equals(tag));
    }

    private static String text(Element parent, String tag) {
        return children(parent)
                .filter(each -> each.getTagName().equals(tag))
                .findFirst()
                .map(ConfigXml::text)
                .orElse("");
    }

    private static String text(Element element) {
        return element.getTextContent().strip();
    }

    private static Stream<Element> children(Element parent) {
        List<Node> nodes = new ArrayList<>();
        IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .forEach(nodes::add);
        return nodes.stream().filter(Element.class::isInstance).map(Element.class::cast);
    }
}
