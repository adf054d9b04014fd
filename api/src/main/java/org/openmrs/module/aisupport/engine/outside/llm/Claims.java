/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.llm;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.engine.outside.text.PlainText;

/**
 * Holds a model's suggestion against the record that it was given. It is shown only if every claim cites items that exist, and every
 * number stands in an item that is cited where it is quoted. Whether the words follow from the items, nobody has checked: that is said.
 */
final class Claims {

    private static final int SUMMARY_LENGTH = 140;
    private static final int CLAIM_LENGTH = 500;
    private static final int MOST_CLAIMS = 10;
    private static final String LIMITS =
            "Written by a language model from the items of this record that it was given. That the items exist, and that"
                    + " the numbers stand in them, was checked; whether it draws the right conclusion was not.";

    private final NumberedItems items;
    private final ChatModel model;

    Claims(ChatRequest request) {
        this.items = request.items();
        this.model = request.model();
    }

    private record Claim(String text, Evidence.Stance stance, Set<String> cites) {}

    Proposal proposal(JsonNode suggestion) throws BadClaim {
        String summary = text(suggestion, "summary", SUMMARY_LENGTH, ClaimFault.SUMMARY_TOO_LONG);
        List<Claim> claims = claims(suggestion);
        Set<String> allCited =
                claims.stream().flatMap(claim -> claim.cites().stream()).collect(Collectors.toSet());
        checkNumbers(summary, allCited);
        String detail = claims.stream()
                .map(claim -> (claim.stance() == Evidence.Stance.FOR ? "For: " : "Against: ") + claim.text())
                .collect(Collectors.joining("\n"));
        return new Proposal(
                "model",
                version(summary + "\n" + detail),
                summary,
                detail,
                indicator(suggestion),
                kind(suggestion),
                new Proposal.Source(model.label(), "", null),
                evidence(claims),
                LIMITS);
    }

    private List<Claim> claims(JsonNode suggestion) throws BadClaim {
        JsonNode listed = suggestion.path("claims");
        if (!listed.isArray() || listed.size() > MOST_CLAIMS) {
            throw new BadClaim(ClaimFault.NOT_TO_SCHEMA);
        }
        List<Claim> claims = new ArrayList<>();
        for (JsonNode claim : listed) {
            claims.add(claim(claim));
        }
        if (claims.stream().noneMatch(claim -> claim.stance() == Evidence.Stance.FOR)) {
            throw new BadClaim(ClaimFault.NO_CLAIM);
        }
        return claims;
    }

    private Claim claim(JsonNode claim) throws BadClaim {
        String text = text(claim, "text", CLAIM_LENGTH, ClaimFault.TEXT_TOO_LONG);
        Set<String> cites = cites(claim.path("cites"));
        checkNumbers(text, cites);
        return new Claim(text, stance(claim), cites);
    }

    private Set<String> cites(JsonNode listed) throws BadClaim {
        Set<String> cites = new LinkedHashSet<>();
        listed.forEach(cited -> cites.add(cited.isTextual() ? cited.textValue() : ""));
        if (!listed.isArray() || cites.isEmpty()) {
            throw new BadClaim(ClaimFault.UNCITED);
        }
        if (!cites.stream().allMatch(cited -> items.item(cited).isPresent())) {
            throw new BadClaim(ClaimFault.WRONGLY_CITED);
        }
        return cites;
    }

    private void checkNumbers(String text, Set<String> cited) throws BadClaim {
        Set<BigDecimal> known = new HashSet<>(Numbers.in(items.person()));
        cited.forEach(id -> known.addAll(Numbers.in(items.item(id).orElseThrow().text())));
        if (!known.containsAll(Numbers.in(text))) {
            throw new BadClaim(ClaimFault.NUMBER_NOT_IN_RECORD);
        }
    }

    /** Each item once, with the stance it was first cited for. */
    private List<Evidence> evidence(List<Claim> claims) {
        List<Evidence> evidence = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Claim claim : claims) {
            claim.cites().stream().filter(seen::add).forEach(id -> {
                Evidence item = items.item(id).orElseThrow().evidence();
                evidence.add(new Evidence(claim.stance(), item.record(), item.display(), item.value(), item.date()));
            });
        }
        return evidence;
    }

    private static Evidence.Stance stance(JsonNode claim) throws BadClaim {
        return switch (claim.path("stance").asText()) {
            case "for" -> Evidence.Stance.FOR;
            case "against" -> Evidence.Stance.AGAINST;
            default -> throw new BadClaim(ClaimFault.NOT_TO_SCHEMA);
        };
    }

    /** Never critical: that takes a rule that somebody answers for. */
    private static Proposal.Indicator indicator(JsonNode suggestion) throws BadClaim {
        return switch (suggestion.path("indicator").asText()) {
            case "info" -> Proposal.Indicator.INFO;
            case "warning" -> Proposal.Indicator.WARNING;
            default -> throw new BadClaim(ClaimFault.NOT_TO_SCHEMA);
        };
    }

    private static Proposal.Kind kind(JsonNode suggestion) throws BadClaim {
        String kind = suggestion.path("kind").asText();
        for (Proposal.Kind known : Proposal.Kind.values()) {
            if (known.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(kind)) {
                return known;
            }
        }
        throw new BadClaim(ClaimFault.NOT_TO_SCHEMA);
    }

    private static String text(JsonNode of, String name, int most, ClaimFault tooLong) throws BadClaim {
        if (!of.path(name).isTextual()) {
            throw new BadClaim(ClaimFault.NOT_TO_SCHEMA);
        }
        String text = PlainText.line(of.path(name).textValue());
        if (text.isBlank()) {
            throw new BadClaim(ClaimFault.NOT_TO_SCHEMA);
        }
        if (text.length() > most) {
            throw new BadClaim(tooLong);
        }
        return text;
    }

    /** A model has no version that says what it will say. What it said stands for it. */
    private static String version(String said) {
        return UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
    }

    /** A suggestion that is not shown; without a trace or a message, which could quote it. */
    static final class BadClaim extends Exception {
        private final ClaimFault fault;

        BadClaim(ClaimFault fault) {
            super(fault.name(), null, false, false);
            this.fault = fault;
        }

        ClaimFault fault() {
            return fault;
        }
    }
}
