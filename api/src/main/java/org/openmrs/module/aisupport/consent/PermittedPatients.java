/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.openmrs.module.aisupport.persistence.MicrosConverter;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.platform.Settings;

/**
 * All patients who permit a purpose at this moment, as a query to count among: nothing of one patient may be read by it, which takes the
 * gate and its permit. Where the two could differ this one says no: a record that others were merged into is left out, even where the
 * patient was asked again since.
 */
public class PermittedPatients {

    private static final String SQL = "select s.patient_id, s.patient_uuid, s.includes_sensitive"
            + " from aisupport_consent_state s"
            + " join person p on p.person_id = s.patient_id and p.uuid = s.patient_uuid and p.dead = false"
            + " join patient pt on pt.patient_id = s.patient_id and pt.voided = false"
            + " where s.purpose = :purpose and s.status = 'GRANTED'"
            + " and s.since_micros <= :now and s.expires_micros > :now and s.leaflet_version in (:holding)"
            + " and (s.giver_role is null or s.giver_role in (:givers))"
            + " and (p.birthdate is null or (p.birthdate <= :adultBorn) = (coalesce(s.giver_role, '') <> 'GUARDIAN'))"
            + " and not exists (select 1 from person_merge_log m"
            + " where m.winner_person_id = s.patient_id and m.voided = false)"
            + " and not exists (select 1 from person_merge_log m"
            + " where m.loser_person_id = s.patient_id and m.voided = false)";

    /** The attribute mirrors own care alone; its one answer is yes, by the concept's id or its uuid. */
    private static final String MIRRORED =
            " and 1 = (select count(*) from person_attribute a join person_attribute_type t"
                    + " on t.person_attribute_type_id = a.person_attribute_type_id and t.uuid = :attribute"
                    + " where a.person_id = s.patient_id and a.voided = false)"
                    + " and exists (select 1 from person_attribute a join person_attribute_type t"
                    + " on t.person_attribute_type_id = a.person_attribute_type_id and t.uuid = :attribute"
                    + " join concept y on y.uuid = :yes and a.value in (cast(y.concept_id as char), y.uuid)"
                    + " where a.person_id = s.patient_id and a.voided = false)";

    private final Leaflets leaflets;
    private final Settings settings;
    private final Clock clock;

    public PermittedPatients(Leaflets leaflets, Settings settings, Clock clock) {
        this.leaflets = leaflets;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A query to stand inside another, with its parameters. Its columns are {@code patient_id}, {@code patient_uuid} and whether the
     * consent {@code includes_sensitive} topics.
     */
    public record Selection(String sql, Map<String, Object> parameters) {}

    /** @param purpose one that permits something by itself */
    public Selection now(Purpose purpose) {
        if (purpose.needed().size() > 1) {
            throw new IllegalArgumentException(purpose + " needs other purposes too, which this does not look at");
        }
        boolean mirrored = purpose == Purpose.OWN_CARE;
        return new Selection(mirrored ? SQL + MIRRORED : SQL, parameters(purpose, mirrored));
    }

    private Map<String, Object> parameters(Purpose purpose, boolean mirrored) {
        Instant now = clock.instant();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("purpose", purpose.id());
        parameters.put("now", new MicrosConverter().convertToDatabaseColumn(now));
        parameters.put("holding", leaflets.holding(purpose));
        parameters.put(
                "givers", Arrays.stream(Giver.Role.values()).map(Enum::name).toList());
        parameters.put("adultBorn", java.sql.Date.valueOf(AdultAge.bornBy(now, clock.getZone(), settings)));
        if (mirrored) {
            parameters.put("attribute", ConsentMirror.ATTRIBUTE_TYPE);
            parameters.put("yes", settings.value(Setting.CONSENT_YES_CONCEPT).orElse(ConsentMirror.YES_CONCEPT));
        }
        return parameters;
    }
}
