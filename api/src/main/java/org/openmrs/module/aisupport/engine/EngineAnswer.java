/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine;

import java.util.List;
import java.util.Optional;

/**
 * What an engine made of a snapshot.
 *
 * @param missing rules that could not be judged: unknown, which is not safe
 * @param failures rules that broke; each costs itself only
 * @param received the bytes of an engine outside as they came, for the audit's hash and size; empty for an engine in this server
 */
public record EngineAnswer(
        List<Proposal> proposals, List<Unjudged> missing, List<RuleFailure> failures, Optional<byte[]> received) {

    public EngineAnswer {
        proposals = List.copyOf(proposals);
        missing = List.copyOf(missing);
        failures = List.copyOf(failures);
    }

    /** Of an engine in this server. */
    public EngineAnswer(List<Proposal> proposals, List<Unjudged> missing, List<RuleFailure> failures) {
        this(proposals, missing, failures, Optional.empty());
    }

    /** A rule that lacked inputs, in words for the screen. */
    public record Unjudged(String rule, String label, List<String> inputs) {}

    /** A rule that threw; the message is for the administrator and holds no clinical text. */
    public record RuleFailure(String rule, String message) {}
}
