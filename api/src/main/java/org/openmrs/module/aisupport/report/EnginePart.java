/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.report;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.PersonalData;
import org.openmrs.module.aisupport.snapshot.InputDefinition;
import org.openmrs.module.aisupport.suggestion.Readable;

/** Which engines read the record and what they could read; and who outside received what. */
final class EnginePart {

    private final Markup out;
    private final ReportWords words;
    private final ReportEngines engines;

    EnginePart(Markup out, ReportWords words, ReportEngines engines) {
        this.out = out;
        this.words = words;
        this.engines = engines;
    }

    void read(LogLines log, EngineRuns runs) {
        if (log.readers().isEmpty()) {
            out.line("p", words.of("read.none"));
            return;
        }
        out.line("p", words.of("read.intro"));
        log.readers().forEach((engine, versions) -> reader(engine, versions, log, runs));
    }

    private void reader(String engine, Set<String> versions, LogLines log, EngineRuns runs) {
        Optional<EngineCard> card = engines.card(engine);
        out.open("div class=\"engine\"");
        out.line("h3", card.map(EngineCard::name).orElse(engine));
        card.ifPresent(known -> who(known, log.receivers().getOrDefault(engine, new TreeSet<>())));
        Optional<Readable> kept = runs.readable(engine);
        if (kept.isPresent() && runs.calls(engine) == log.calls(engine)) {
            couldRead(kept.get());
        } else if (card.isPresent() || kept.isPresent()) {
            mayHaveRead(card, kept);
        } else {
            out.line("p", words.of("engine.gone"));
        }
        out.line("p", words.of("engine.versions", String.join(", ", versions)));
        out.close("div");
    }

    private void who(EngineCard card, Set<String> receivers) {
        out.line("p", words.of("engine.developer", card.developer()));
        out.line(
                "p",
                card.outside()
                        .map(outside -> receivers.equals(Set.of(outside.recipient()))
                                ? place(outside)
                                : words.of("engine.outside.then"))
                        .orElseGet(() -> words.of("engine.embedded")));
        if (!engines.isInUse(card.id())) {
            out.line("p", words.of("engine.off"));
        }
    }

    private String place(EngineCard.Outside outside) {
        return words.of("engine.outside", outside.recipient(), outside.country(), outside.retention());
    }

    /** Each time it was called, that was kept. */
    private void couldRead(Readable readable) {
        Map<InputDefinition.Kind, List<String>> inputs = engines.named(readable.inputs());
        out.line("p", words.of("engine.read")).open("ul");
        inputs.forEach((kind, labels) -> out.line("li", input(kind, labels)));
        person(readable.person());
        out.close("ul");
        out.line("p", words.of(inputs.containsKey(InputDefinition.Kind.NOTE) ? "engine.note" : "engine.noNote"));
    }

    /** From before it was kept: all that it may ever be set up to read today, and no word of what it didn't read. */
    private void mayHaveRead(Optional<EngineCard> card, Optional<Readable> kept) {
        Set<String> ids = new TreeSet<>();
        Set<PersonalData> person = EnumSet.noneOf(PersonalData.class);
        card.ifPresent(known -> {
            ids.addAll(known.inputs());
            person.addAll(known.personalData());
            known.rules().forEach(rule -> {
                ids.addAll(rule.inputs());
                person.addAll(rule.personalData());
            });
        });
        kept.ifPresent(readable -> {
            ids.addAll(readable.inputs().keySet());
            person.addAll(readable.person());
        });
        out.line("p", words.of("engine.today")).open("ul");
        Map<String, InputDefinition.Kind> kinds = engines.kinds(ids);
        engines.named(kinds).forEach((kind, labels) -> out.line("li", input(kind, labels)));
        ids.stream().filter(id -> !kinds.containsKey(id)).forEach(id -> out.line("li", id));
        person(person);
        out.close("ul");
    }

    private String input(InputDefinition.Kind kind, List<String> labels) {
        return switch (kind) {
            case MEASUREMENT, PROBLEM, MEDICATION, ANSWER -> words.of("kind." + kind.name(), String.join(", ", labels));
            case NOTE, PROBLEM_LIST -> words.of("kind." + kind.name());
        };
    }

    private void person(Set<PersonalData> person) {
        if (!person.isEmpty()) {
            out.line(
                    "li",
                    words.of(
                            "engine.personal",
                            person.stream()
                                    .sorted()
                                    .map(data -> words.of("personal." + data.name()))
                                    .collect(Collectors.joining(", "))));
        }
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
