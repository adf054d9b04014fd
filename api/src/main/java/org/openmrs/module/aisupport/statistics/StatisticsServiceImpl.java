/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.statistics;

import java.time.Clock;
import org.openmrs.module.aisupport.audit.AuditEntry;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditLog;
import org.openmrs.module.aisupport.consent.PermittedPatients;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.persistence.MicrosConverter;
import org.openmrs.module.aisupport.suggestion.ReviewTime;
import org.springframework.transaction.annotation.Transactional;

/** Counts anew at each question, so that a consent that has ended counts no longer. */
public class StatisticsServiceImpl implements StatisticsService {

    private static final int LONGEST_NAME = 64;

    private final CountedRules rules;
    private final PermittedPatients permitted;
    private final WeeklyCounts counts;
    private final DecisionTimes times;
    private final Consultations consultations;
    private final ReviewTime reviewTime;
    private final AuditLog audit;
    private final Clock clock;

    public StatisticsServiceImpl(
            CountedRules rules,
            PermittedPatients permitted,
            WeeklyCounts counts,
            DecisionTimes times,
            Consultations consultations,
            ReviewTime reviewTime,
            AuditLog audit,
            Clock clock) {
        this.rules = rules;
        this.permitted = permitted;
        this.counts = counts;
        this.times = times;
        this.consultations = consultations;
        this.reviewTime = reviewTime;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * In the audit without a patient, since none was looked at. With what was asked for, since somebody might ask very often; and of how many
     * patients, since somebody might change who is counted, ask again, and subtract.
     */
    @Override
    @Transactional
    public Statistics read(StatisticsQuery query) {
        CountedRules.Now known = rules.now();
        Week end = Week.of(clock.instant());
        Counted counted = new Counted(permitted, known, end);
        audit.record(AuditEntry.of(AuditKind.STATISTICS_READ)
                .purpose(Purpose.QUALITY.id())
                .detail(asked(query) + "; patients counted: " + counts.patients(counted)));
        long due = new MicrosConverter().convertToDatabaseColumn(end.begins().minus(reviewTime.now()));
        WeeklyCounts.OfRules ofRules = counts.ofRules(counted, due);
        Telling telling = new Telling(query, known, ofRules, counts.ofReasons(counted));
        return telling.tell(
                end, times.read(counted, telling.timed()), consultations.read(counted, telling.toldWeeks()));
    }

    private static String asked(StatisticsQuery query) {
        return "from " + query.from().map(Object::toString).orElse("the first") + " to "
                + query.to().map(Object::toString).orElse("the last") + ", engine "
                + query.engine().map(StatisticsServiceImpl::shortened).orElse("any") + ", rule "
                + query.rule().map(StatisticsServiceImpl::shortened).orElse("any");
    }

    /** An engine or a rule has a shorter name; somebody may ask for what there isn't. */
    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "...";
    }
}
