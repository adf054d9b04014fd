/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform.openmrs;

import java.util.Collection;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.LockMode;
import org.hibernate.SessionFactory;
import org.openmrs.CodedOrFreeText;
import org.openmrs.Condition;
import org.openmrs.ConditionClinicalStatus;
import org.openmrs.ConditionVerificationStatus;
import org.openmrs.Diagnosis;
import org.openmrs.Encounter;
import org.openmrs.Obs;
import org.openmrs.Patient;
import org.openmrs.api.APIException;
import org.openmrs.api.context.Context;
import org.openmrs.module.aisupport.platform.ChartWriter;
import org.openmrs.module.aisupport.platform.RefusedEntryException;

/** Conditions, diagnoses and observations by the platform's services, whose privileges hold for the user here as anywhere. */
public class OpenmrsChartWriter implements ChartWriter {

    /** Where the platform keeps which form made a record, here the suggestion it came of. */
    private static final String PROVENANCE_NAMESPACE = "aisupport";

    /** Among the diagnoses of an encounter; only those of rank 1 are primary. */
    private static final int SECONDARY = 2;

    /** What its services ask for on the way to a new record; all of it is needed. */
    private static final Map<EntryKind, List<String>> WRITING = new EnumMap<>(Map.of(
            EntryKind.CONDITION,
            List.of("Get Patients", "Get Encounters", "Get Concepts", "Get Conditions", "Edit Conditions"),
            EntryKind.DIAGNOSIS,
            List.of("Get Patients", "Get Encounters", "Get Concepts", "Edit Diagnoses"),
            EntryKind.PLAN_NOTE,
            List.of("Get Patients", "Get Encounters", "Get Concepts", "Add Observations")));

    private static final Map<EntryKind, List<String>> VOIDING = new EnumMap<>(Map.of(
            EntryKind.CONDITION, List.of("Get Conditions", "Edit Conditions"),
            EntryKind.DIAGNOSIS, List.of("Get Diagnoses", "Edit Diagnoses"),
            EntryKind.PLAN_NOTE, List.of("Get Observations", "Edit Observations")));

    private final SessionFactory sessions;
    private final DictionaryReader dictionary;

    public OpenmrsChartWriter(SessionFactory sessions) {
        this.sessions = sessions;
        this.dictionary = new DictionaryReader(sessions);
    }

    @Override
    public boolean mayWrite(EntryKind kind) {
        return WRITING.get(kind).stream().allMatch(Context::hasPrivilege);
    }

    @Override
    public boolean mayVoid(EntryKind kind) {
        return VOIDING.get(kind).stream().allMatch(Context::hasPrivilege);
    }

    @Override
    public String write(NewEntry entry) {
        try {
            return switch (entry.kind()) {
                case CONDITION -> writeCondition(entry);
                case DIAGNOSIS -> writeDiagnosis(entry);
                case PLAN_NOTE -> writePlanNote(entry);
            };
        } catch (APIException refused) {
            throw new RefusedEntryException(refused.getMessage(), refused);
        }
    }

    private static String writeCondition(NewEntry entry) {
        Condition condition = new Condition();
        condition.setPatient(patient(entry));
        condition.setEncounter(encounter(entry));
        condition.setCondition(codedOrFreeText(entry));
        condition.setClinicalStatus(ConditionClinicalStatus.ACTIVE);
        condition.setVerificationStatus(ConditionVerificationStatus.PROVISIONAL);
        condition.setFormField(PROVENANCE_NAMESPACE, entry.provenance());
        return Context.getConditionService().saveCondition(condition).getUuid();
    }

    private static String writeDiagnosis(NewEntry entry) {
        Diagnosis diagnosis = new Diagnosis();
        diagnosis.setPatient(patient(entry));
        diagnosis.setEncounter(encounter(entry));
        diagnosis.setDiagnosis(codedOrFreeText(entry));
        diagnosis.setCertainty(ConditionVerificationStatus.PROVISIONAL);
        diagnosis.setRank(SECONDARY);
        diagnosis.setFormField(PROVENANCE_NAMESPACE, entry.provenance());
        return Context.getDiagnosisService().save(diagnosis).getUuid();
    }

    private static String writePlanNote(NewEntry entry) {
        Obs note = new Obs();
        note.setPerson(patient(entry));
        note.setEncounter(encounter(entry));
        note.setConcept(
                Context.getConceptService().getConceptByUuid(entry.conceptUuid().orElseThrow()));
        note.setObsDatetime(new Date());
        note.setValueText(entry.text());
        note.setFormField(PROVENANCE_NAMESPACE, entry.provenance());
        return Context.getObsService().saveObs(note, null).getUuid();
    }

    private static Patient patient(NewEntry entry) {
        return Context.getPatientService().getPatient(entry.patient().id());
    }

    private static Encounter encounter(NewEntry entry) {
        return entry.encounterUuid()
                .map(Context.getEncounterService()::getEncounterByUuid)
                .orElse(null);
    }

    private static CodedOrFreeText codedOrFreeText(NewEntry entry) {
        CodedOrFreeText what = new CodedOrFreeText();
        entry.conceptUuid()
                .ifPresentOrElse(
                        uuid -> what.setCoded(Context.getConceptService().getConceptByUuid(uuid)),
                        () -> what.setNonCoded(entry.text()));
        return what;
    }

    @Override
    public Optional<StandingEntry> lock(EntryKind kind, String recordUuid) {
        return switch (kind) {
            case CONDITION ->
                standing(
                        "Condition",
                        "e.condition.nonCoded, k.uuid, e.clinicalStatus, e.verificationStatus, e.additionalDetail,"
                                + " e.onsetDate, e.endDate",
                        "e.condition.coded",
                        recordUuid);
            case DIAGNOSIS ->
                standing(
                        "Diagnosis",
                        "e.diagnosis.nonCoded, k.uuid, e.certainty, e.rank",
                        "e.diagnosis.coded",
                        recordUuid);
            case PLAN_NOTE -> standing("Obs", "e.valueText, k.uuid", "e.concept", recordUuid);
        };
    }

    private Optional<StandingEntry> standing(String entity, String fields, String concept, String uuid) {
        sessions.getCurrentSession()
                .createQuery("select e from " + entity + " e where e.uuid = :uuid", Object.class)
                .setParameter("uuid", uuid)
                .setLockMode("e", LockMode.PESSIMISTIC_WRITE)
                .uniqueResult();
        return sessions.getCurrentSession()
                .createQuery(
                        "select e.voided, " + fields + " from " + entity + " e left join " + concept
                                + " k where e.uuid = :uuid",
                        Object[].class)
                .setParameter("uuid", uuid)
                .uniqueResultOptional()
                .map(OpenmrsChartWriter::standing);
    }

    @Override
    public Map<String, String> wordsOf(EntryKind kind, Collection<String> recordUuids) {
        return switch (kind) {
            case CONDITION ->
                words("e.condition.nonCoded, k.conceptId from Condition e left join e.condition.coded k", recordUuids);
            case DIAGNOSIS ->
                words("e.diagnosis.nonCoded, k.conceptId from Diagnosis e left join e.diagnosis.coded k", recordUuids);
            case PLAN_NOTE -> words("e.valueText, k.conceptId from Obs e left join e.concept k", recordUuids);
        };
    }

    private Map<String, String> words(String fields, Collection<String> uuids) {
        if (uuids.isEmpty()) {
            return Map.of();
        }
        List<Object[]> rows = sessions.getCurrentSession()
                .createQuery(
                        "select e.uuid, " + fields + " where e.uuid in (:uuids) and e.voided = false", Object[].class)
                .setParameterList("uuids", uuids)
                .list();
        Map<Integer, String> names = dictionary.names(rows.stream()
                .filter(row -> row[2] != null)
                .map(row -> (Integer) row[2])
                .collect(Collectors.toSet()));
        return rows.stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> Optional.ofNullable((String) row[1])
                        .orElseGet(() -> names.getOrDefault(row[2], ""))));
    }

    private static StandingEntry standing(Object[] row) {
        StringBuilder content = new StringBuilder();
        for (int field = 1; field < row.length; field++) {
            content.append(row[field]).append('|');
        }
        return new StandingEntry((Boolean) row[0], content.toString());
    }

    @Override
    public void voidRecord(EntryKind kind, String recordUuid, String reason) {
        switch (kind) {
            case CONDITION ->
                Context.getConditionService()
                        .voidCondition(Context.getConditionService().getConditionByUuid(recordUuid), reason);
            case DIAGNOSIS ->
                Context.getDiagnosisService()
                        .voidDiagnosis(Context.getDiagnosisService().getDiagnosisByUuid(recordUuid), reason);
            case PLAN_NOTE ->
                Context.getObsService().voidObs(Context.getObsService().getObsByUuid(recordUuid), reason);
        }
    }
}
