/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.Evidence.Stance;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.snapshot.SnapshotFixture;

/** Asks one rule about one record, and fails where the answer is of another kind than the test expects. */
final class Judgement {

    private final Rule rule;

    Judgement(Rule rule) {
        this.rule = rule;
    }

    RuleAnswer of(SnapshotFixture record) {
        return rule.judge(record.build());
    }

    Proposal fires(SnapshotFixture record) {
        RuleAnswer answer = of(record);
        assertThat(answer).isInstanceOf(RuleAnswer.Fired.class);
        return ((RuleAnswer.Fired) answer).proposal();
    }

    void staysQuiet(SnapshotFixture record, String because) {
        assertThat(of(record))
                .asInstanceOf(type(RuleAnswer.NotFired.class))
                .extracting(RuleAnswer.NotFired::why)
                .asString()
                .contains(because);
    }

    List<String> misses(SnapshotFixture record) {
        RuleAnswer answer = of(record);
        assertThat(answer).isInstanceOf(RuleAnswer.Missing.class);
        return ((RuleAnswer.Missing) answer).inputs();
    }

    /** Evidence of one stance as "name, value, day". */
    static List<String> cited(Proposal proposal, Stance stance) {
        return proposal.evidence().stream()
                .filter(item -> item.stance() == stance)
                .map(Judgement::words)
                .toList();
    }

    private static String words(Evidence item) {
        return item.display()
                + item.value().map(value -> ", " + value).orElse("")
                + item.date()
                        .map(date -> ", " + date.toString().substring(0, 10))
                        .orElse("");
    }
}
