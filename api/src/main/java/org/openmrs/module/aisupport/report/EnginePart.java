/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.PersonalData;
import org.openmrs.module.aisupport.snapshot.InputDefinition;

/** Which engines read the record and what they may read; and who outside received what. */
final class EnginePart {

    private final Markup out;
    private final ReportWords words;
    private final ReportEngines engines;

    EnginePart(Markup out, ReportWords words, ReportEngines engines) {
        this.out = out;
        this.words = words;
        this.engines = engines;
    }

    void read(LogLines log) {
        if (log.readers().isEmpty()) {
            out.line("p", words.of("read.none"));
            return;
        }
        out.line("p", words.of("read.intro"));
        log.readers().forEach(this::reader);
    }

    private void reader(String engine, Set<String> versions) {
        out.open("div class=\"engine\"");
        engines.card(engine).ifPresentOrElse(card -> known(card, versions), () -> out.line("h3", engine)
                .line("p", words.of("engine.gone")));
        out.line("p", words.of("engine.versions", String.join(", ", versions)));
        out.close("div");
    }

    private void known(EngineCard card, Set<String> versions) {
        out.line("h3", card.name());
        out.line("p", words.of("engine.developer", card.developer()));
        out.line("p", card.outside().map(this::place).orElseGet(() -> words.of("engine.embedded")));
        inputs(card);
        if (!versions.equals(Set.of(card.version()))) {
            out.line("p", words.of("engine.otherVersions", card.version()));
        }
    }

    private String place(EngineCard.Outside outside) {
        return words.of("engine.outside", outside.recipient(), outside.country(), outside.retention());
    }

    private void inputs(EngineCard card) {
        Map<InputDefinition.Kind, List<String>> inputs = engines.inputs(card);
        out.line("p", words.of("engine.reads")).open("ul");
        inputs.forEach((kind, labels) -> out.line("li", input(kind, labels)));
        Set<PersonalData> personal = personal(card);
        if (!personal.isEmpty()) {
            out.line(
                    "li",
                    words.of(
                            "engine.personal",
                            personal.stream()
                                    .map(data -> words.of("personal." + data.name()))
                                    .collect(Collectors.joining(", "))));
        }
        out.close("ul");
        out.line("p", words.of(inputs.containsKey(InputDefinition.Kind.NOTE) ? "engine.note" : "engine.noNote"));
    }

    private String input(InputDefinition.Kind kind, List<String> labels) {
        return switch (kind) {
            case MEASUREMENT, PROBLEM, MEDICATION, ANSWER -> words.of("kind." + kind.name(), String.join(", ", labels));
            case NOTE, PROBLEM_LIST -> words.of("kind." + kind.name());
        };
    }

    private static Set<PersonalData> personal(EngineCard card) {
        Stream<PersonalData> shared = card.outside().stream().flatMap(outside -> outside.shares().stream());
        Stream<PersonalData> ruled =
                card.rules().stream().filter(rule -> !rule.off()).flatMap(rule -> rule.personalData().stream());
        return Stream.concat(shared, ruled).collect(Collectors.toCollection(TreeSet::new));
    }

    void sent(LogLines log) {
        if (log.receivers().isEmpty()) {
            out.line("p", words.of("sent.none"));
            return;
        }
        for (String paragraph : Arrays.asList("sent.intro", "sent.never", "sent.recall", "sent.copy")) {
            out.line("p", words.of(paragraph));
        }
        out.open("ul");
        log.receivers().forEach((engine, recipients) -> recipients.forEach(recipient -> receiver(engine, recipient)));
        out.close("ul");
    }

    private void receiver(String engine, String recipient) {
        out.line(
                "li",
                engines.card(engine)
                        .flatMap(EngineCard::outside)
                        .filter(outside -> outside.recipient().equals(recipient))
                        .map(this::place)
                        .orElseGet(() -> words.of("sent.unknown", recipient)));
    }
}
