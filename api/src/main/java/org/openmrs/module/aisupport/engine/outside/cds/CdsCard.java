/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.cds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.engine.Proposal;

/**
 * A card (CDS Hooks 2.0, Card Attributes) that was read and found whole. All text is plain.
 *
 * @param uuid what feedback names it by; without one none is sent
 */
public record CdsCard(
        Optional<String> uuid,
        String summary,
        Optional<String> detail,
        Proposal.Indicator indicator,
        Source source,
        Optional<Selection> selection,
        List<Suggestion> suggestions,
        List<Coding> overrideReasons,
        List<Link> links) {

    public CdsCard {
        suggestions = List.copyOf(suggestions);
        overrideReasons = List.copyOf(overrideReasons);
        links = List.copyOf(links);
    }

    /** How many of the suggestions may be chosen. */
    public enum Selection {
        AT_MOST_ONE,
        ANY
    }

    /** @param url of the web, by https; others are left out */
    public record Source(String label, Optional<String> url, Optional<Coding> topic) {}

    /** @param display empty where it has none */
    public record Coding(Optional<String> system, String code, String display) {}

    /** What a GP may take over. Only its label and descriptions are shown; its resources are never applied. */
    public record Suggestion(String label, Optional<String> uuid, List<Action> actions) {
        public Suggestion {
            actions = List.copyOf(actions);
        }
    }

    /** @param resource missing for one that deletes */
    public record Action(Type type, String description, JsonNode resource) {
        public enum Type {
            CREATE,
            UPDATE,
            DELETE
        }

        String resourceType() {
            return resource.path("resourceType").asText();
        }
    }

    /** Shown as text: where it would lead, and whether to an app, which is never launched. */
    public record Link(String label, String host, boolean app) {}
}
