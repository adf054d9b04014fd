/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Why a visit can't be ended yet, in the language of who wants to end it.
 *
 * @param others how many more there are than are named; with %d
 * @param decide what to do, for those who see suggestions
 * @param tell what to do, for others
 */
record VisitEndWords(String one, String many, String others, String decide, String tell) {

    private static final int NAMED = 3;

    private static final VisitEndWords ENGLISH = new VisitEndWords(
            "This visit can’t be ended yet: 1 AI suggestion is undecided",
            "This visit can’t be ended yet: %d AI suggestions are undecided",
            "and %d more",
            "Open AI support in the chart and accept or reject.",
            "The GP accepts or rejects under AI support in the chart.");

    private static final Map<String, VisitEndWords> LANGUAGES = Map.of(
            "en",
            ENGLISH,
            "da",
            new VisitEndWords(
                    "Besøget kan ikke afsluttes endnu: 1 AI-forslag er ikke afgjort",
                    "Besøget kan ikke afsluttes endnu: %d AI-forslag er ikke afgjort",
                    "og %d til",
                    "Åbn AI-støtte i journalen, og acceptér eller afvis.",
                    "Lægen accepterer eller afviser under AI-støtte i journalen."),
            "fr",
            new VisitEndWords(
                    "La visite ne peut pas encore être terminée : 1 suggestion de l’IA attend une décision",
                    "La visite ne peut pas encore être terminée : %d suggestions de l’IA attendent une décision",
                    "et %d de plus",
                    "Ouvrez « Aide par IA » dans le dossier, puis acceptez ou refusez.",
                    "Le médecin accepte ou refuse sous « Aide par IA » dans le dossier."),
            "es",
            new VisitEndWords(
                    "La visita aún no se puede terminar: 1 sugerencia de IA está sin decidir",
                    "La visita aún no se puede terminar: %d sugerencias de IA están sin decidir",
                    "y %d más",
                    "Abra «Apoyo con IA» en la historia y acepte o rechace.",
                    "El médico acepta o rechaza en «Apoyo con IA», en la historia."),
            "pt",
            new VisitEndWords(
                    "A visita ainda não pode ser terminada: 1 sugestão de IA está por decidir",
                    "A visita ainda não pode ser terminada: %d sugestões de IA estão por decidir",
                    "e mais %d",
                    "Abra «Apoio por IA» no processo e aceite ou rejeite.",
                    "O médico aceita ou rejeita em «Apoio por IA», no processo."));

    static VisitEndWords in(Locale locale) {
        return LANGUAGES.getOrDefault(locale.getLanguage(), ENGLISH);
    }

    String naming(List<String> summaries) {
        String named = summaries.stream()
                .limit(NAMED)
                .map(summary -> "«" + summary + "»")
                .collect(Collectors.joining("; "));
        int more = summaries.size() - NAMED;
        return count(summaries.size()) + ": " + named + (more > 0 ? "; " + others.formatted(more) : "") + ". " + decide;
    }

    String counting(int undecided) {
        return count(undecided) + ". " + tell;
    }

    private String count(int undecided) {
        return undecided == 1 ? one : many.formatted(undecided);
    }
}
