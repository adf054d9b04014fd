/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.util.List;
import java.util.Map;

/** By which words, in each language, a test knows that a leaflet says something. */
final class LeafletWords {

    enum Said {
        GP_DECIDES,
        NO_LATER,
        SAME_CARE,
        SENSITIVE_LEFT_OUT,
        CHILD,
        /** A pattern: the only way in which the word may be used. */
        NOT_ANONYMOUS
    }

    static final Map<String, Map<Said, List<String>>> BY_LANGUAGE = Map.of(
            "en",
                    words(
                            List.of("your gp", "decides", "together with you"),
                            List.of(
                                    "you can say no, now or later: just tell anyone in the practice",
                                    "nobody asks you why"),
                            List.of("you get the same care"),
                            List.of(
                                    "mental health, sexual health, alcohol and drugs are",
                                    "unless you say that they may be"),
                            List.of("for a child, a parent or another guardian says yes", "the child can say no"),
                            "not anonymous"),
            "da",
                    words(
                            List.of("læge", "bestemmer", "sammen med dig"),
                            List.of(
                                    "du kan sige nej, nu eller senere: sig det bare til en i klinikken",
                                    "ingen spørger dig hvorfor"),
                            List.of("du får den samme behandling"),
                            List.of(
                                    "psykisk helbred, seksuel sundhed, alkohol og stoffer",
                                    "ikke",
                                    "medmindre du siger"),
                            List.of("en forælder eller en anden værge, der siger ja", "barnet kan sige nej"),
                            "ikke anonym"),
            "fr",
                    words(
                            List.of("votre médecin", "décide", "avec vous"),
                            List.of(
                                    "vous pouvez dire non, maintenant ou plus tard",
                                    "dites-le à une personne du cabinet"),
                            List.of("vos soins restent les mêmes"),
                            List.of("santé mentale, la santé sexuelle, l’alcool et les drogues", "sauf si vous dites"),
                            List.of(
                                    "pour un enfant, c’est un parent ou un tuteur qui dit oui",
                                    "l’enfant peut dire non"),
                            "pas anonyme"),
            "es",
                    words(
                            List.of("su médico", "decide", "junto con usted"),
                            List.of(
                                    "puede decir que no, ahora o más tarde: dígaselo a alguien de la consulta",
                                    "nadie le pregunta"),
                            List.of("recibe la misma atención"),
                            List.of("salud mental", "salud sexual", "alcohol y", "drogas", "salvo que usted diga"),
                            List.of(
                                    "si es un menor, dice que sí la madre, el padre o un tutor",
                                    "el menor puede decir que no"),
                            "no (es|son) anónimo"),
            "pt",
                    words(
                            List.of("seu médico", "decide", "com a sua participação"),
                            List.of(
                                    "pode dizer não, agora ou mais tarde: basta falar com alguém do consultório",
                                    "ninguém pergunta"),
                            List.of("recebe os mesmos cuidados"),
                            List.of("saúde mental", "saúde sexual", "álcool e", "drogas", "a não ser que diga"),
                            List.of(
                                    "no caso de uma criança, diz sim a mãe, o pai ou outro responsável",
                                    "a criança pode dizer não"),
                            "não (é|são) anónimo"));

    private LeafletWords() {}

    private static Map<Said, List<String>> words(
            List<String> gpDecides,
            List<String> noLater,
            List<String> sameCare,
            List<String> sensitive,
            List<String> child,
            String notAnonymous) {
        return Map.of(
                Said.GP_DECIDES, gpDecides,
                Said.NO_LATER, noLater,
                Said.SAME_CARE, sameCare,
                Said.SENSITIVE_LEFT_OUT, sensitive,
                Said.CHILD, child,
                Said.NOT_ANONYMOUS, List.of(notAnonymous));
    }
}
