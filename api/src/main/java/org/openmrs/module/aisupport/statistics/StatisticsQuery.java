/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.statistics;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is asked for. Only whole weeks are counted, so that two questions about neighbouring days can't be subtracted.
 *
 * @param from the first day; a week counts if all of it is asked for
 * @param to the last day
 * @param engine leaves out the other engines
 * @param rule leaves out the other rules
 */
public record StatisticsQuery(
        Optional<LocalDate> from, Optional<LocalDate> to, Optional<String> engine, Optional<String> rule) {

    boolean isFor(String otherEngine) {
        return engine.map(otherEngine::equals).orElse(true);
    }

    boolean isFor(RuleKey key) {
        return isFor(key.engine()) && rule.map(key.rule()::equals).orElse(true);
    }

    boolean isOfSomeWeeks() {
        return from.isPresent() || to.isPresent();
    }

    Weeks weeks() {
        return new Weeks(from.map(Week::firstFrom), to.map(Week::lastUntil));
    }

    /** The weeks that are asked for; empty where there is no border. */
    record Weeks(Optional<Week> first, Optional<Week> last) {
        boolean hold(Group<?> group) {
            return first.map(border -> !group.first().isBefore(border)).orElse(true)
                    && last.map(border -> !border.isBefore(group.last())).orElse(true);
        }
    }
}
