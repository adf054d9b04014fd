/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.snapshot.PatientCount;

/**
 * For how many patients each rule's required inputs were ever recorded, among those who permit AI support in their own care.
 *
 * @param permitted how many they are
 * @param rules those that are not switched off
 */
public record PatientCounts(Instant countedAt, PatientCount permitted, List<Rule> rules) {

    public record Rule(String id, String label, List<Input> inputs) {}

    /**
     * @param patients empty where nothing was counted, since no concept stands for it or it is a sensitive topic
     * @param sensitive whether the latter is why
     */
    public record Input(String id, String label, Optional<PatientCount> patients, boolean sensitive) {}
}
