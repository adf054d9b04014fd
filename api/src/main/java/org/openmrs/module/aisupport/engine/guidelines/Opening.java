/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.util.Optional;
import java.util.function.Supplier;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/**
 * The questions that come before a rule's own, in the rule's order: the first answer stands. What is lacking is collected until
 * a question can't be asked without it, so that the GP hears of all of it at once.
 */
final class Opening {

    private static final String MIN_AGE = "minAge";

    private final RuleDefinition definition;
    private final Snapshot snapshot;
    private final Needs needs;
    private Optional<RuleAnswer> answer = Optional.empty();

    private Opening(RuleDefinition definition, Snapshot snapshot) {
        this.definition = definition;
        this.snapshot = snapshot;
        this.needs = new Needs(snapshot);
    }

    /** With what the definition requires. */
    static Opening of(RuleDefinition definition, Snapshot snapshot) {
        Opening opening = new Opening(definition, snapshot);
        opening.needs.readable(definition.required());
        return opening;
    }

    /** Without asking for anything yet, where a rule can tell sooner that it has nothing to say. */
    static Opening before(RuleDefinition definition, Snapshot snapshot) {
        return new Opening(definition, snapshot);
    }

    Opening required() {
        needs.readable(definition.required());
        return this;
    }

    /** The birth date is known. */
    Opening age() {
        needs.age();
        return this;
    }

    /** Female or male, where a formula or a limit asks. */
    Opening sex() {
        needs.sex();
        return this;
    }

    /** There is nothing to judge if this holds. */
    Opening unless(boolean holds, String why) {
        if (answer.isEmpty()) {
            answer = needs.unmet();
        }
        if (answer.isEmpty() && holds) {
            answer = Optional.of(new RuleAnswer.NotFired(why));
        }
        return this;
    }

    /** Old enough today: the definition says from when on, mostly from 18. */
    Opening adult(String why) {
        return age().unless(Ages.today(snapshot) < definition.threshold(MIN_AGE), why);
    }

    Opening notPregnant(String why) {
        return unless(Pregnancy.isRecorded(snapshot), why);
    }

    RuleAnswer then(Supplier<RuleAnswer> judge) {
        return answer.or(needs::unmet).orElseGet(judge);
    }
}
