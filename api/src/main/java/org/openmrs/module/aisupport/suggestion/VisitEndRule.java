/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.Privileges;
import org.openmrs.module.aisupport.audit.AuditEntry;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditLog;
import org.openmrs.module.aisupport.audit.AuditOutcome;
import org.openmrs.module.aisupport.consent.ConsentGate;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.CurrentUser;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.platform.Settings;
import org.openmrs.module.aisupport.platform.VisitEndCheck;
import org.openmrs.module.aisupport.platform.Visits;
import org.openmrs.module.aisupport.platform.Visits.ActiveVisit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rule that a practice can switch on: nobody ends a visit while suggestions for it are undecided (S7). Whatever is not plainly so
 * lets the visit end: it is off, no person asks, consent no longer permits the suggestions to be shown, or anything here fails.
 */
public class VisitEndRule implements VisitEndCheck {

    private static final Logger LOG = LoggerFactory.getLogger(VisitEndRule.class);

    private final Visits visits;
    private final SuggestionStore store;
    private final ConsentGate gate;
    private final AuditLog audit;
    private final Settings settings;
    private final CurrentUser user;
    private final Transactions transactions;

    public VisitEndRule(
            Visits visits,
            SuggestionStore store,
            ConsentGate gate,
            AuditLog audit,
            Settings settings,
            CurrentUser user,
            Transactions transactions) {
        this.visits = visits;
        this.store = store;
        this.gate = gate;
        this.audit = audit;
        this.settings = settings;
        this.user = user;
        this.transactions = transactions;
    }

    @Override
    public Optional<String> refusal(String visitUuid) {
        try {
            return held(visitUuid).map(waiting -> {
                audit.recordAlone(entry(AuditKind.VISIT_END_REFUSED, waiting).outcome(AuditOutcome.DENIED));
                return words(waiting);
            });
        } catch (RuntimeException e) {
            LOG.warn("event=visit_end_not_checked The visit may end", e);
            return Optional.empty();
        }
    }

    /** The same words, for a screen that did not show them; nothing is refused by that, but somebody sees what is suggested. */
    Optional<String> toldAgain(String visitUuid) {
        return held(visitUuid).map(waiting -> {
            audit.recordAlone(entry(AuditKind.SUGGESTIONS_VIEWED, waiting));
            return words(waiting);
        });
    }

    private Optional<Waiting> held(String visitUuid) {
        return transactions
                .alone(() -> waiting(visitUuid)) // apart from the caller's, which a failure here would take along
                .filter(waiting ->
                        gate.denial(waiting.visit().patient(), Purpose.OWN_CARE).isEmpty());
    }

    private Optional<Waiting> waiting(String visitUuid) {
        if (!isOn() || user.actor().isEmpty()) {
            return Optional.empty();
        }
        return visits.active(visitUuid)
                .map(visit -> new Waiting(visit, store.undecidedOf(visit)))
                .filter(waiting -> !waiting.suggestions().isEmpty());
    }

    private boolean isOn() {
        return settings.value(Setting.VISIT_END_NEEDS_DECISIONS)
                .filter("true"::equalsIgnoreCase)
                .isPresent();
    }

    private static AuditEntry entry(AuditKind kind, Waiting waiting) {
        return AuditEntry.of(kind)
                .patient(waiting.visit().patient())
                .detail(waiting.suggestions().size() + " undecided, visit "
                        + waiting.visit().uuid());
    }

    /** What is suggested is named to those only who may see suggestions. */
    private String words(Waiting waiting) {
        List<String> summaries =
                waiting.suggestions().stream().map(Suggestion::getSummary).toList();
        VisitEndWords words = VisitEndWords.in(user.locale());
        return user.may(Privileges.VIEW_SUGGESTIONS) ? words.naming(summaries) : words.counting(summaries.size());
    }

    private record Waiting(ActiveVisit visit, List<Suggestion> suggestions) {}
}
