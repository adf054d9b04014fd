/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.cds;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.engine.ProposedProblem;
import org.openmrs.module.aisupport.engine.outside.cds.CdsCard.Action;
import org.openmrs.module.aisupport.engine.outside.chart.PseudonymisedChart;
import org.openmrs.module.aisupport.engine.outside.text.PlainText;

/** Cards as proposals. What a service offers to do is told in words; it is the GP who does it. */
final class CardProposals {

    private static final int VERSION_BYTES = 6;
    private static final String CITES_NOTHING = "The service does not say which records it rests on.";
    private static final String CITES =
            "The records are those that the service names; it may have used others that it was given.";

    /** By the names that the concept mapping knows them by. */
    private static final Map<String, String> SYSTEMS =
            Map.of("http://snomed.info/sct", "SNOMED CT", "http://hl7.org/fhir/sid/icd-10", "ICD-10");

    private final String service;
    private final PseudonymisedChart chart;
    private final URI feedback;

    /** @param feedback where feedback on these cards goes */
    CardProposals(CdsRequest request, URI feedback) {
        this.service = request.service().id();
        this.chart = request.chart();
        this.feedback = feedback;
    }

    Proposal of(CdsCard card) {
        String detail = detail(card);
        List<Evidence> evidence = chart.citedIn(card.summary() + "\n" + detail + "\n" + resources(card));
        return new Proposal(
                service,
                version(card.summary() + "\n" + detail),
                card.summary(),
                detail,
                card.indicator(),
                kind(card),
                new Proposal.Source(
                        card.source().label(),
                        card.source().topic().map(CdsCard.Coding::display).orElse(""),
                        card.source().url().orElse(null)),
                evidence,
                evidence.isEmpty() ? CITES_NOTHING : CITES,
                problem(card),
                CdsHandle.of(card, feedback));
    }

    /** A service tells no version of its own. What it said stands for it: the same again is the same, and anything else is new. */
    private static String version(String said) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, VERSION_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String detail(CdsCard card) {
        List<String> lines = new ArrayList<>();
        card.detail().ifPresent(lines::add);
        if (card.suggestions().size() > 1) {
            lines.add(
                    card.selection().orElseThrow() == CdsCard.Selection.ANY
                            ? "It offers, any of them:"
                            : "It offers, one of them at most:");
        }
        card.suggestions().forEach(suggestion -> lines.add("- " + suggestion.label() + described(suggestion)));
        card.links()
                .forEach(link -> lines.add((link.app() ? "App, not opened from here: " : "Link: ") + link.label() + " ("
                        + link.host() + ")"));
        return String.join("\n", lines);
    }

    private static String described(CdsCard.Suggestion suggestion) {
        return suggestion.actions().isEmpty()
                ? ""
                : suggestion.actions().stream().map(Action::description).collect(Collectors.joining("; ", ": ", ""));
    }

    private static List<Action> actions(CdsCard card) {
        return card.suggestions().stream()
                .flatMap(suggestion -> suggestion.actions().stream())
                .toList();
    }

    private static String resources(CdsCard card) {
        return actions(card).stream()
                .map(action -> action.resource().toString())
                .collect(Collectors.joining("\n"));
    }

    /** By what it offers to write; a card that only tells something is a follow-up. */
    private static Proposal.Kind kind(CdsCard card) {
        return actions(card).stream()
                .map(Action::resourceType)
                .flatMap(type -> kindOf(type).stream())
                .findFirst()
                .orElse(Proposal.Kind.FOLLOW_UP);
    }

    private static Optional<Proposal.Kind> kindOf(String resourceType) {
        return switch (resourceType) {
            case "Condition" -> Optional.of(Proposal.Kind.DIAGNOSIS);
            case "MedicationRequest", "MedicationStatement" -> Optional.of(Proposal.Kind.MEDICATION);
            case "ServiceRequest", "Observation", "DiagnosticReport" -> Optional.of(Proposal.Kind.TEST);
            default -> Optional.empty();
        };
    }

    /** Only where a card offers one thing, and that is one problem for the list. */
    private static Optional<ProposedProblem> problem(CdsCard card) {
        List<Action> actions = actions(card);
        boolean one = card.suggestions().size() == 1
                && actions.size() == 1
                && actions.get(0).type() == Action.Type.CREATE
                && actions.get(0).resourceType().equals("Condition");
        return one ? problem(actions.get(0).resource().path("code")) : Optional.empty();
    }

    private static Optional<ProposedProblem> problem(JsonNode code) {
        List<ProposedProblem.Coding> codes = new ArrayList<>();
        String words = code.path("text").asText();
        for (JsonNode coding : code.path("coding")) {
            words = words.isBlank() ? coding.path("display").asText() : words;
            String system = SYSTEMS.get(coding.path("system").asText());
            if (system != null
                    && coding.path("code").isTextual()
                    && coding.path("code").textValue().length() <= 64) {
                codes.add(new ProposedProblem.Coding(system, coding.path("code").textValue()));
            }
        }
        String text = PlainText.line(words);
        return text.isBlank() || text.length() > 255
                ? Optional.empty()
                : Optional.of(new ProposedProblem(text, codes, Optional.empty()));
    }
}
