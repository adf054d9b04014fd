/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.util.List;
import java.util.Optional;
import org.openmrs.annotation.Authorized;
import org.openmrs.module.aisupport.AisupportService;
import org.openmrs.module.aisupport.Privileges;
import org.openmrs.module.aisupport.egress.SentPayloads;

/**
 * Asking engines, and deciding on what they suggest. Throws {@link org.openmrs.module.aisupport.validation.NotFoundException} for
 * whatever does not exist or is another patient's, and
 * {@link org.openmrs.module.aisupport.validation.InvalidRequestException} for a request that can't be carried out.
 */
public interface AiSuggestionService extends AisupportService {

    /**
     * Reads the record with the caller's rights, and lets engines look at it in the background.
     *
     * @throws org.openmrs.module.aisupport.consent.ConsentMissingException without consent; nothing was read
     * @throws RunUnderWayException while a run for this patient is not over; nothing was read either
     */
    @Authorized(
            value = {
                Privileges.REQUEST_SUGGESTIONS,
                Privileges.GET_PATIENTS,
                Privileges.GET_OBSERVATIONS,
                Privileges.GET_CONDITIONS,
                Privileges.GET_DIAGNOSES,
                Privileges.GET_ORDERS
            },
            requireAll = true)
    RunReport request(RunRequest request);

    @Authorized(Privileges.VIEW_SUGGESTIONS)
    RunReport run(String runUuid);

    /** What the run sent to engines outside, in the order in which it went, as long as it is kept (E6). After a withdrawal, too. */
    @Authorized(Privileges.VIEW_SUGGESTIONS)
    List<SentPayloads.Opened> sent(String runUuid);

    /** Ends a run; answers that still arrive are discarded. A run that is over stays as it is. */
    @Authorized(Privileges.REQUEST_SUGGESTIONS)
    RunReport cancel(String runUuid);

    /** Undecided suggestions are among them only while consent permits; decided ones are part of the record. */
    @Authorized(Privileges.VIEW_SUGGESTIONS)
    SuggestionPage suggestions(SuggestionQuery query);

    /** What the user asked for and nobody has decided on, over all patients, as far as consent permits (S7). */
    @Authorized(Privileges.VIEW_SUGGESTIONS)
    AwaitingPage awaiting(AwaitingQuery query);

    @Authorized(Privileges.VIEW_SUGGESTIONS)
    StoredSuggestion suggestion(String suggestionUuid);

    /** Why a visit can't be ended yet, as whoever tries to is told; empty if it can. Suggestions are named only to those who may see them. */
    @Authorized(Privileges.VIEW_CONSENT)
    Optional<String> visitEndRefusal(String visitUuid);

    /**
     * Decides on one suggestion; of two who decide at once exactly one wins.
     *
     * @throws AlreadyDecidedException with what stands, if it is no longer undecided or not what was on the screen
     * @throws NotAProviderException if the user is no provider (X1)
     */
    @Authorized(Privileges.DECIDE_SUGGESTIONS)
    StoredSuggestion decide(String suggestionUuid, DecisionRequest request);

    /**
     * Takes a decision back, within ten minutes and by who made it.
     *
     * @throws IllegalTransitionException if it can't be taken back
     */
    @Authorized(Privileges.DECIDE_SUGGESTIONS)
    StoredSuggestion undo(String suggestionUuid);
}
