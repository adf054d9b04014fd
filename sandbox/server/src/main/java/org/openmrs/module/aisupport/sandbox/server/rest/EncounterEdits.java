/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openmrs.module.aisupport.sandbox.server.platform.Account;
import org.openmrs.module.aisupport.sandbox.server.platform.CurrentThread;
import org.openmrs.module.aisupport.sandbox.server.platform.Privileges;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Observations added to an encounter, or voided: so O3's vitals form puts a value right. */
@Component
@Transactional
public class EncounterEdits {

    private final JdbcTemplate jdbc;
    private final ObsCreation obs;

    EncounterEdits(JdbcTemplate jdbc, ObsCreation obs) {
        this.jdbc = jdbc;
        this.obs = obs;
    }

    /** What is not named stays as it is. */
    public void edit(Row encounter, Submission submitted) {
        Privileges.require("Add Encounters", "Edit Encounters");
        submitted.accepting("patient", "obs");
        checkPatient(encounter, submitted);
        Map<Boolean, List<Submission>> voided =
                submitted.parts("obs").stream().collect(Collectors.partitioningBy(each -> each.has("voided")));
        List<String> gone = voided.get(true).stream()
                .map(each -> uuidToVoid(encounter, each))
                .toList();
        List<ObsCreation.Found> found =
                obs.checked(voided.get(false), PostedTime.of((Date) encounter.get("encounterDatetime")));
        submitted.throwIfInvalid();

        gone.forEach(this::markVoided);
        obs.insert(encounter.row("patient"), (Integer) encounter.get("encounterId"), encounter.row("location"), found);
    }

    private static void checkPatient(Row encounter, Submission submitted) {
        Row patient = submitted.optional("patient", "Patient");
        boolean differ = patient != null
                && !patient.text("uuid").equals(encounter.row("patient").text("uuid"));
        if (differ) {
            throw new RestException.Conversion("the sandbox moves no encounter to another patient");
        }
    }

    private static String uuidToVoid(Row encounter, Submission posted) {
        posted.accepting("voided");
        String uuid = posted.text("uuid");
        boolean known = encounter.rows("obs").anyMatch(each -> each.text("uuid").equals(uuid));
        if (!known || !Boolean.parseBoolean(posted.text("voided"))) {
            posted.reject("uuid", "error.null", "there is no such observation in the encounter to void");
        }
        return uuid;
    }

    private void markVoided(String uuid) {
        jdbc.update(
                "UPDATE obs SET voided = TRUE, voided_by = ?, date_voided = NOW(), void_reason = 'web service call'"
                        + " WHERE uuid = ?",
                CurrentThread.account().map(Account::userId).orElseThrow(),
                uuid);
    }
}
