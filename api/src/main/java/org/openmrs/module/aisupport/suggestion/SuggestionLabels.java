/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.util.Locale;
import java.util.Map;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.platform.Settings;

/** The words that say what a suggestion is and who decides (S4). A site may reword them for a language; never blank them. */
public class SuggestionLabels {

    private static final String ENGLISH = "AI suggestion – support only. Your GP decides.";
    private static final Map<String, String> LABELS = Map.of(
            "en", ENGLISH,
            "da", "AI-forslag – kun en støtte. Din læge bestemmer.",
            "fr", "Suggestion de l’IA – une aide seulement. Votre médecin décide.",
            "es", "Sugerencia de IA: solo un apoyo. Su médico decide.",
            "pt", "Sugestão de IA – apenas um apoio. O seu médico decide.");

    private final Settings settings;

    public SuggestionLabels(Settings settings) {
        this.settings = settings;
    }

    public String label(Locale locale) {
        return settings.value(Setting.SUGGESTION_LABEL, locale.getLanguage())
                .orElseGet(() -> LABELS.getOrDefault(locale.getLanguage(), ENGLISH));
    }
}
