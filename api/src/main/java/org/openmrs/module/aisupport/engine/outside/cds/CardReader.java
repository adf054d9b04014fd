/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.cds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.engine.outside.cds.CardFields.BadCard;
import org.openmrs.module.aisupport.engine.outside.cds.CdsCard.Action;
import org.openmrs.module.aisupport.engine.outside.cds.CdsCard.Coding;
import org.openmrs.module.aisupport.engine.outside.cds.CdsCard.Link;
import org.openmrs.module.aisupport.engine.outside.cds.CdsCard.Selection;
import org.openmrs.module.aisupport.engine.outside.cds.CdsCard.Source;
import org.openmrs.module.aisupport.engine.outside.cds.CdsCard.Suggestion;
import org.openmrs.module.aisupport.engine.outside.text.PlainText;

/** Reads one card (CDS Hooks 2.0, Card Attributes), or says why not. A card is taken whole or not at all. */
final class CardReader {

    private static final int SUMMARY_LENGTH = 140;
    private static final int DETAIL_LENGTH = 8_000;
    private static final int LABEL_LENGTH = 250;
    private static final int DESCRIPTION_LENGTH = 500;
    private static final int ID_LENGTH = 100;
    private static final int MOST_PARTS = 20;

    private CardReader() {}

    static CdsCard read(JsonNode card) throws BadCard {
        if (!card.isObject()) {
            throw new BadCard(CardFault.NOT_AN_OBJECT);
        }
        List<Suggestion> suggestions = suggestions(card);
        return new CdsCard(
                id(card, "uuid"),
                summary(card),
                CardFields.optional(card, "detail", DETAIL_LENGTH),
                indicator(card),
                source(card),
                selection(card, suggestions),
                suggestions,
                overrideReasons(card),
                links(card));
    }

    private static Optional<String> id(JsonNode of, String name) throws BadCard {
        Optional<String> id = CardFields.raw(of, name);
        if (id.isPresent() && id.get().length() > ID_LENGTH) {
            throw new BadCard(CardFault.TEXT_TOO_LONG);
        }
        return id;
    }

    /** Measured before formatting goes, as the service had to, and after, as the screen shows it. */
    private static String summary(JsonNode card) throws BadCard {
        String raw = CardFields.raw(card, "summary").orElseThrow(() -> new BadCard(CardFault.SUMMARY_MISSING));
        String plain = PlainText.line(raw);
        if (plain.isBlank()) {
            throw new BadCard(CardFault.SUMMARY_MISSING);
        }
        if (raw.length() > SUMMARY_LENGTH || plain.length() > SUMMARY_LENGTH) {
            throw new BadCard(CardFault.SUMMARY_TOO_LONG);
        }
        return plain;
    }

    private static Proposal.Indicator indicator(JsonNode card) throws BadCard {
        return switch (CardFields.raw(card, "indicator").orElse("")) {
            case "info" -> Proposal.Indicator.INFO;
            case "warning" -> Proposal.Indicator.WARNING;
            case "critical" -> Proposal.Indicator.CRITICAL;
            default -> throw new BadCard(CardFault.INDICATOR_UNKNOWN);
        };
    }

    private static Source source(JsonNode card) throws BadCard {
        JsonNode source = card.path("source");
        String label = CardFields.required(source, "label", LABEL_LENGTH, CardFault.SOURCE_MISSING);
        Optional<String> url = CardFields.raw(source, "url")
                .filter(address -> address.startsWith("https://") && address.length() <= 1_000)
                .filter(address -> PlainText.hostOf(address).isPresent());
        JsonNode topic = source.path("topic");
        return new Source(label, url, topic.isObject() ? Optional.of(coding(topic, false)) : Optional.empty());
    }

    /** A value that we don't know makes the card an error, and a card with suggestions needs one. */
    private static Optional<Selection> selection(JsonNode card, List<Suggestion> suggestions) throws BadCard {
        String given = CardFields.raw(card, "selectionBehavior").orElse("");
        boolean needed = !suggestions.isEmpty();
        return switch (given) {
            case "at-most-one" -> Optional.of(Selection.AT_MOST_ONE);
            case "any" -> Optional.of(Selection.ANY);
            default -> {
                if (needed || !given.isEmpty()) {
                    throw new BadCard(CardFault.SELECTION_UNKNOWN);
                }
                yield Optional.empty();
            }
        };
    }

    private static List<Suggestion> suggestions(JsonNode card) throws BadCard {
        List<Suggestion> suggestions = new ArrayList<>();
        for (JsonNode suggestion : CardFields.objects(card, "suggestions", MOST_PARTS)) {
            String label = CardFields.required(suggestion, "label", LABEL_LENGTH, CardFault.SUGGESTION_INCOMPLETE);
            suggestions.add(new Suggestion(label, id(suggestion, "uuid"), actions(suggestion)));
        }
        return suggestions;
    }

    private static List<Action> actions(JsonNode suggestion) throws BadCard {
        List<Action> actions = new ArrayList<>();
        for (JsonNode action : CardFields.objects(suggestion, "actions", MOST_PARTS)) {
            Action.Type type = type(action);
            String description =
                    CardFields.required(action, "description", DESCRIPTION_LENGTH, CardFault.ACTION_INCOMPLETE);
            boolean named = action.path("resourceId").isTextual()
                    || action.path("resource").isTextual();
            boolean complete =
                    type == Action.Type.DELETE ? named : action.path("resource").isObject();
            if (!complete) {
                throw new BadCard(CardFault.ACTION_INCOMPLETE);
            }
            JsonNode resource = type == Action.Type.DELETE ? MissingNode.getInstance() : action.path("resource");
            actions.add(new Action(type, description, resource));
        }
        return actions;
    }

    private static Action.Type type(JsonNode action) throws BadCard {
        return switch (CardFields.raw(action, "type").orElse("")) {
            case "create" -> Action.Type.CREATE;
            case "update" -> Action.Type.UPDATE;
            case "delete" -> Action.Type.DELETE;
            default -> throw new BadCard(CardFault.ACTION_INCOMPLETE);
        };
    }

    private static List<Coding> overrideReasons(JsonNode card) throws BadCard {
        List<Coding> reasons = new ArrayList<>();
        for (JsonNode reason : CardFields.objects(card, "overrideReasons", MOST_PARTS)) {
            reasons.add(coding(reason, true));
        }
        return reasons;
    }

    private static Coding coding(JsonNode coding, boolean needsWords) throws BadCard {
        String code = CardFields.raw(coding, "code").orElseThrow(() -> new BadCard(CardFault.REASON_INCOMPLETE));
        Optional<String> system = CardFields.raw(coding, "system");
        Optional<String> display = CardFields.optional(coding, "display", LABEL_LENGTH);
        if (needsWords && display.isEmpty()) {
            throw new BadCard(CardFault.REASON_INCOMPLETE);
        }
        if (code.length() > LABEL_LENGTH || system.orElse("").length() > LABEL_LENGTH) {
            throw new BadCard(CardFault.TEXT_TOO_LONG);
        }
        return new Coding(system, code, display.orElse(""));
    }

    private static List<Link> links(JsonNode card) throws BadCard {
        List<Link> links = new ArrayList<>();
        for (JsonNode link : CardFields.objects(card, "links", MOST_PARTS)) {
            String label = CardFields.required(link, "label", LABEL_LENGTH, CardFault.LINK_INCOMPLETE);
            String type = CardFields.raw(link, "type").orElse("");
            Optional<String> host = CardFields.raw(link, "url").flatMap(PlainText::hostOf);
            if (host.isEmpty() || !(type.equals("absolute") || type.equals("smart"))) {
                throw new BadCard(CardFault.LINK_INCOMPLETE);
            }
            links.add(new Link(label, host.get(), type.equals("smart")));
        }
        return links;
    }
}
