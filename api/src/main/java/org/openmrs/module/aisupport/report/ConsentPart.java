/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.aisupport.consent.ConsentDecision;
import org.openmrs.module.aisupport.consent.ConsentEvent;
import org.openmrs.module.aisupport.consent.ConsentOverview;
import org.openmrs.module.aisupport.consent.ConsentStatus;
import org.openmrs.module.aisupport.consent.DenialReason;
import org.openmrs.module.aisupport.consent.Giver;
import org.openmrs.module.aisupport.consent.Leaflet;
import org.openmrs.module.aisupport.consent.PurposeState;

/** What the patient said: how it stands, then everything that was written down of it, oldest first. */
final class ConsentPart {

    private final Markup out;
    private final ReportWords words;

    ConsentPart(Markup out, ReportWords words) {
        this.out = out;
        this.words = words;
    }

    void write(ConsentOverview overview) {
        out.open("table").open("thead").open("tr");
        for (String column : List.of("purpose", "now", "since", "until")) {
            out.line("th scope=\"col\"", words.of("col." + column));
        }
        out.close("tr").close("thead").open("tbody");
        overview.purposes().forEach(this::state);
        out.close("tbody").close("table");
        if (overview.events().isEmpty()) {
            out.line("p", words.of("consent.none"));
            return;
        }
        out.line("h3", words.of("consent.events")).open("ul class=\"events\"");
        Set<String> wrong = overview.events().stream()
                .flatMap(event -> event.getCorrects().stream())
                .collect(Collectors.toSet());
        for (int i = overview.events().size() - 1; i >= 0; i--) {
            event(overview, overview.events().get(i), wrong);
        }
        out.close("ul");
    }

    private void state(PurposeState state) {
        out.open("tr");
        out.line("td", purpose(state.purpose().id()));
        out.line("td", now(state));
        out.line("td", since(state).map(words::day).orElse("–"));
        out.line("td", until(state).map(words::day).orElse("–")).close("tr");
    }

    /** What was said of this purpose itself; that another one's no keeps a yes from counting is something else. */
    private String now(PurposeState state) {
        if (state.ownDenial().isPresent()) {
            return words.of("now.no") + " "
                    + words.of("denied." + state.ownDenial().get().name());
        }
        String sensitive = state.includesSensitive() ? " " + words.of("sensitive.in") : "";
        String together = state.permitted()
                ? ""
                : " "
                        + words.of(
                                "now.together",
                                purpose(state.purpose().needed().get(0).id()));
        return words.of("now.yes") + sensitive + together;
    }

    /** Of a yes, and of a no that was said or written; else the day would be that of a yes that no longer counts. */
    private static Optional<Instant> since(PurposeState state) {
        return switch (state.status()) {
            case GRANTED ->
                state.ownDenial()
                                .filter(why -> why != DenialReason.NOT_YET_EFFECTIVE)
                                .isPresent()
                        ? Optional.empty()
                        : state.since();
            case EXPIRED -> state.expires().or(state::since);
            case REFUSED, WITHDRAWN, LAPSED, PENDING -> state.since();
            case NOT_RECORDED -> Optional.empty();
        };
    }

    private static Optional<Instant> until(PurposeState state) {
        return state.status() == ConsentStatus.GRANTED && since(state).isPresent() ? state.expires() : Optional.empty();
    }

    private void event(ConsentOverview overview, ConsentEvent event, Set<String> wrong) {
        out.open("li").line("strong", words.moment(event.getRecordedAt()) + ". " + what(event));
        if (wrong.contains(event.getUuid())) {
            detail(words.of("event.wrong"));
        }
        if (!event.getPatient().uuid().equals(overview.patient().ref().uuid())) {
            detail(words.of("event.otherRecord"));
        }
        event.getMethod().ifPresent(method -> detail(words.of("method." + method.name())));
        if (event.getDecision() == ConsentDecision.GRANT) {
            detail(words.of(event.isIncludesSensitive() ? "sensitive.in" : "sensitive.out"));
            detail(words.of("event.from", words.moment(event.getEffectiveAt())));
        }
        event.getExpiresAt().ifPresent(end -> detail(words.of("event.until", words.day(end))));
        Optional.ofNullable(event.getLeafletVersion()).ifPresent(version -> leaflet(overview, event, version));
        detail(event.getRecorder()
                .map(recorder -> words.of("event.by", recorder.name()))
                .orElseGet(() -> words.of("event.bySystem")));
        Optional.ofNullable(event.getNote()).ifPresent(note -> detail(words.of("event.note", note)));
        out.close("li");
    }

    private String what(ConsentEvent event) {
        String purpose = purpose(event.getPurpose().id());
        String reason =
                event.getReason().map(why -> words.of("denied." + why.name())).orElse("");
        return switch (event.getDecision()) {
            case GRANT, REFUSE, WITHDRAW ->
                event.getGiver()
                        .map(giver -> words.of("event." + event.getDecision(), giver(giver), purpose))
                        .orElseGet(() -> words.of("event." + event.getDecision() + ".nobody", purpose) + " " + reason)
                        .strip();
            case CORRECT, EXPIRE -> words.of("event." + event.getDecision(), purpose);
            case LAPSE, IMPORT ->
                words.of("event." + event.getDecision(), purpose, reason).strip();
        };
    }

    private String giver(Giver giver) {
        return switch (giver.role()) {
            case PATIENT -> words.of("giver.PATIENT");
            case GUARDIAN, PROXY -> words.of("giver." + giver.role(), giver.name(), giver.relationship());
        };
    }

    private void leaflet(ConsentOverview overview, ConsentEvent event, String version) {
        detail(words.of("event.leaflet", version, words.language(event.getLeafletLanguage())));
        overview.leaflets().stream()
                .filter(leaflet -> leaflet.purpose() == event.getPurpose()
                        && leaflet.version().equals(version)
                        && leaflet.language().equals(event.getLeafletLanguage()))
                .findFirst()
                .ifPresent(this::told);
    }

    private void told(Leaflet leaflet) {
        detail(words.of("event.told", bare(leaflet.recipient()), bare(leaflet.country()), bare(leaflet.retention())));
    }

    /** Some end in a full stop and some don't; the sentence brings its own. */
    private static String bare(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private void detail(String text) {
        out.line("span class=\"detail\"", text);
    }

    private String purpose(String id) {
        return words.of("purpose." + id);
    }
}
