/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.openmrs.module.aisupport.persistence.MicrosConverter;
import org.openmrs.module.aisupport.persistence.QueryParameters;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Settings;

/** Finds patients whose ledger may be behind what is so, page by page; whoever is found is looked at again under the lock. */
public class ConsentCandidates {

    static final int PAGE = 200;

    private static final String STATES =
            "select s.consent_state_id as place, s.patient_id as id, s.patient_uuid as uuid,"
                    + " s.purpose as purpose from aisupport_consent_state s";
    /** The leaflet's own version, before what names services. Databases in tests know no {@code substring_index}. */
    private static final String LEAFLET = "left(s.leaflet_version, locate('" + ServiceWords.AND
            + "', concat(s.leaflet_version, '" + ServiceWords.AND + "')) - 1)";

    private static final String ANSWERS = " from person_attribute a join person_attribute_type t"
            + " on t.person_attribute_type_id = a.person_attribute_type_id and t.uuid = :type and a.voided = false";

    private final SessionFactory sessions;
    private final Transactions transactions;
    private final Leaflets leaflets;
    private final Settings settings;
    private final Clock clock;

    public ConsentCandidates(
            SessionFactory sessions, Transactions transactions, Leaflets leaflets, Settings settings, Clock clock) {
        this.sessions = sessions;
        this.transactions = transactions;
        this.leaflets = leaflets;
        this.settings = settings;
        this.clock = clock;
    }

    /** One reason to look at a ledger. The condition is over {@code s}, the state's row. */
    record Search(String sql, Map<String, Object> parameters) {}

    record Candidate(int place, PatientRef patient, Purpose purpose) {}

    List<Search> searches() {
        Instant now = clock.instant();
        List<Search> searches = new ArrayList<>();
        searches.add(attributeDiffers());
        searches.add(states(
                "s.purpose = 'own-care' and s.mirrored <> '' and not exists (select 1" + ANSWERS
                        + " and a.person_id = s.patient_id)",
                Map.of("type", ConsentMirror.ATTRIBUTE_TYPE)));
        searches.add(states("s.mirror_due = true", Map.of()));
        searches.add(states(
                "s.status = 'GRANTED' and s.expires_micros <= :now",
                Map.of("now", new MicrosConverter().convertToDatabaseColumn(now))));
        for (Purpose purpose : Purpose.values()) {
            searches.add(states(
                    "s.status = 'GRANTED' and s.purpose = :purpose"
                            + " and (s.leaflet_version is null"
                            + " or " + LEAFLET + " not in (:holding))",
                    Map.of("purpose", purpose.id(), "holding", leaflets.holding(purpose))));
        }
        searches.add(states(
                "s.status = 'GRANTED' and s.giver_role = 'GUARDIAN' and exists"
                        + " (select 1 from person p where p.person_id = s.patient_id and p.birthdate <= :born)",
                Map.of("born", java.sql.Date.valueOf(AdultAge.bornBy(now, clock.getZone(), settings)))));
        searches.add(states("s.status in ('GRANTED', 'PENDING') and " + merged("loser"), Map.of()));
        searches.add(states("s.status = 'GRANTED' and " + merged("winner"), Map.of()));
        searches.add(states(
                " left join person p on p.person_id = s.patient_id and p.uuid = s.patient_uuid"
                        + " left join patient pt on pt.patient_id = p.person_id",
                "pt.patient_id is null and (s.reason is null or s.reason <> 'NO_PATIENT')",
                Map.of()));
        return searches;
    }

    /** The next page behind a place. */
    List<Candidate> page(Search search, int after) {
        return transactions.alone(() -> {
            NativeQuery<?> query = sessions.getCurrentSession()
                    .createNativeQuery(search.sql())
                    .addScalar("place", StandardBasicTypes.INTEGER)
                    .addScalar("id", StandardBasicTypes.INTEGER)
                    .addScalar("uuid", StandardBasicTypes.STRING)
                    .addScalar("purpose", StandardBasicTypes.STRING)
                    .setParameter("after", after)
                    .setMaxResults(PAGE);
            QueryParameters.bind(query, search.parameters());
            return query.list().stream().map(ConsentCandidates::candidate).toList();
        });
    }

    private static Candidate candidate(Object row) {
        Object[] values = (Object[]) row;
        return new Candidate(
                (Integer) values[0],
                new PatientRef((Integer) values[1], (String) values[2]),
                Purpose.ofId((String) values[3]).orElseThrow());
    }

    private static Search states(String condition, Map<String, Object> parameters) {
        return states("", condition, parameters);
    }

    private static Search states(String join, String condition, Map<String, Object> parameters) {
        return new Search(
                STATES + join + " where s.patient_uuid is not null and s.consent_state_id > :after and " + condition
                        + " order by s.consent_state_id",
                parameters);
    }

    private static Search attributeDiffers() {
        return new Search(
                "select p.person_id as place, p.person_id as id, p.uuid as uuid, 'own-care' as purpose" + ANSWERS
                        + " join patient pt on pt.patient_id = a.person_id and pt.voided = false"
                        + " join person p on p.person_id = a.person_id"
                        + " left join aisupport_consent_state s on s.patient_id = a.person_id and s.purpose = 'own-care'"
                        + " where a.person_id > :after"
                        + " and (s.mirrored is null or s.patient_uuid <> p.uuid or s.mirrored <> a.value)"
                        + " group by p.person_id, p.uuid order by p.person_id",
                Map.of("type", ConsentMirror.ATTRIBUTE_TYPE));
    }

    private static String merged(String side) {
        return "exists (select 1 from person_merge_log m where m." + side
                + "_person_id = s.patient_id and m.voided = false)";
    }
}
