/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.openmrs.module.aisupport.testing.Proposals.aProposal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.platform.Actor;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.testing.House;

/** Harm: a suggestion that a GP asked for is forgotten; or the list shows what a patient has forbidden, or a colleague's. */
@Tag("S7")
class AwaitingTest {

    private static int gps = 7_000;

    private final House house = new House();
    private final Actor me = someGp();

    @AfterEach
    void close() {
        house.pool.close();
    }

    @Test
    void what_i_asked_for_waits_for_me_oldest_first_over_all_patients() {
        PatientRef first = suggested("one");
        PatientRef second = suggested("two", "three");

        AwaitingPage page = awaiting();

        assertThat(page.total()).isEqualTo(3);
        assertThat(page.suggestions())
                .extracting(stored -> stored.suggestion().getPatient())
                .containsExactly(first, second, second);
        assertThat(page.patients())
                .extracting(AwaitingPage.WaitingPatient::patient, AwaitingPage.WaitingPatient::count)
                .containsExactly(tuple(first, 1L), tuple(second, 2L));
        assertThat(page.patients())
                .extracting(AwaitingPage.WaitingPatient::name)
                .containsExactly(nameOf(first), nameOf(second));
    }

    private String nameOf(PatientRef patient) {
        return house.patients.byId(patient.id()).orElseThrow().name();
    }

    @Test
    void what_a_colleague_asked_for_waits_for_the_colleague() {
        PatientRef mine = suggested("one");
        house.user.become(someGp());
        PatientRef theirs = suggested("two");

        assertThat(patientsOf(awaiting())).containsExactly(theirs);
        house.user.become(me);
        assertThat(patientsOf(awaiting())).containsExactly(mine);
    }

    @Test
    void what_is_decided_no_longer_waits_and_comes_back_with_the_undo() {
        suggested("one");
        String open = awaiting().suggestions().get(0).suggestion().getUuid();

        house.suggestions.decide(
                open,
                new DecisionRequest(DecisionOutcome.ACCEPTED, Optional.empty(), null, null, null, null, List.of()));
        assertThat(awaiting().total()).isZero();

        house.suggestions.undo(open);
        assertThat(awaiting().total()).isEqualTo(1);
    }

    @Test
    void after_its_time_it_still_waits_as_unreviewed() {
        suggested("one");
        house.clock.advance(Duration.ofDays(30));

        assertThat(awaiting().suggestions())
                .extracting(StoredSuggestion::status)
                .containsExactly(SuggestionStatus.UNREVIEWED);
    }

    @Test
    @Tag("C6")
    void trust02_a_patient_who_forbids_it_is_on_no_list_the_moment_after() {
        suggested("one");
        PatientRef other = suggested("two");
        house.mirror.changeFromOutside(other, ConsentMirror.Value.NO);

        AwaitingPage page = awaiting();

        assertThat(page.total()).isEqualTo(1);
        assertThat(patientsOf(page)).doesNotContain(other);
        assertThat(page.patients())
                .extracting(AwaitingPage.WaitingPatient::patient)
                .doesNotContain(other);
    }

    @Test
    void one_patient_can_be_asked_for_and_the_others_are_still_counted() {
        PatientRef first = suggested("one");
        PatientRef other = suggested("two");

        AwaitingPage page = house.suggestions.awaiting(new AwaitingQuery(Optional.of(other.uuid()), 0, 50));

        assertThat(patientsOf(page)).containsExactly(other);
        assertThat(page.total()).isEqualTo(1);
        assertThat(page.patients())
                .extracting(AwaitingPage.WaitingPatient::patient)
                .containsExactly(first, other);
    }

    @Test
    void nothing_is_shown_of_a_patient_for_whom_nothing_waits() {
        PatientRef waiting = suggested("one");
        PatientRef none = house.patients.add();

        AwaitingPage page = house.suggestions.awaiting(new AwaitingQuery(Optional.of(none.uuid()), 0, 50));

        assertThat(page.suggestions()).isEmpty();
        assertThat(page.total()).isZero();
        assertThat(page.patients())
                .extracting(AwaitingPage.WaitingPatient::patient)
                .containsExactly(waiting);
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        suggested("one", "two", "three");
        suggested("four", "five");

        List<String> inOne = uuids(house.suggestions.awaiting(new AwaitingQuery(Optional.empty(), 0, 50)));
        List<String> firstTwo = uuids(house.suggestions.awaiting(new AwaitingQuery(Optional.empty(), 0, 2)));
        List<String> theRest = uuids(house.suggestions.awaiting(new AwaitingQuery(Optional.empty(), 2, 50)));

        assertThat(inOne).hasSize(5);
        assertThat(firstTwo).isEqualTo(inOne.subList(0, 2));
        assertThat(theRest).isEqualTo(inOne.subList(2, 5));
    }

    @Test
    @Tag("A1")
    void trust21_each_patients_audit_shows_that_the_list_was_seen() {
        PatientRef patient = suggested("one");

        awaiting();

        assertThat(house.auditOf(patient)).last().satisfies(row -> {
            assertThat(row.getKind()).isEqualTo(AuditKind.SUGGESTIONS_VIEWED);
            assertThat(row.getDetail()).startsWith("1 shown");
        });
    }

    @Test
    void a_closed_record_waits_for_nobody() {
        PatientRef patient = suggested("one");
        house.patients.close(patient);

        assertThat(awaiting().total()).isZero();
    }

    @Test
    void of_more_patients_than_the_list_holds_those_who_waited_longest_are_told_of_and_that_there_are_more() {
        PatientRef first = suggested("one");
        for (int others = 1; others < AwaitingReader.MOST_PATIENTS; others++) {
            suggested("one");
        }
        assertThat(awaiting().more()).isFalse();

        PatientRef last = suggested("one");

        AwaitingPage page = awaiting();
        assertThat(page.more()).isTrue();
        assertThat(page.total()).isEqualTo(AwaitingReader.MOST_PATIENTS);
        assertThat(page.patients())
                .hasSize(AwaitingReader.MOST_PATIENTS)
                .extracting(AwaitingPage.WaitingPatient::patient)
                .startsWith(first)
                .doesNotContain(last);
    }

    @Test
    void those_who_may_not_be_shown_take_no_place_away_from_those_who_wait_behind() {
        for (int closed = 0; closed < AwaitingReader.MOST_PATIENTS; closed++) {
            house.patients.close(suggested("one"));
        }
        PatientRef forbidden = suggested("one");
        house.mirror.changeFromOutside(forbidden, ConsentMirror.Value.NO);
        PatientRef behind = suggested("one");

        AwaitingPage page = awaiting();

        assertThat(patientsOf(page)).containsExactly(behind);
        assertThat(page.more()).isFalse();
    }

    private Actor someGp() {
        int id = ++gps;
        Actor gp = new Actor(id, "gp-" + id, "Dr. " + id);
        house.user.become(gp);
        return gp;
    }

    private PatientRef suggested(String... rules) {
        PatientRef patient = house.patients.add();
        house.grant(patient);
        house.engine.proposes(
                List.of(rules).stream().map(rule -> aProposal(rule)).toArray(Proposal[]::new));
        house.runToTheEnd(patient);
        return patient;
    }

    private AwaitingPage awaiting() {
        return house.suggestions.awaiting(new AwaitingQuery(Optional.empty(), 0, 50));
    }

    private static List<PatientRef> patientsOf(AwaitingPage page) {
        return page.suggestions().stream()
                .map(stored -> stored.suggestion().getPatient())
                .toList();
    }

    private static List<String> uuids(AwaitingPage page) {
        return page.suggestions().stream()
                .map(stored -> stored.suggestion().getUuid())
                .toList();
    }
}
