/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.openmrs.module.aisupport.persistence.MicrosConverter;
import org.openmrs.module.aisupport.platform.Actor;
import org.openmrs.module.aisupport.platform.PatientRef;

/** A GP asked engines to look at a patient's record. */
@Entity(name = "AisupportRun")
@Table(name = "aisupport_run")
public class Run {

    /** After this a run that has not ended never will: its server has gone. No job has to find it. */
    static final Duration LONGEST = Duration.ofMinutes(2);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "run_id")
    private Long id;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "uuid", updatable = false)
    private String uuid;

    @Column(name = "patient_id", updatable = false)
    private int patientId;

    @Column(name = "patient_uuid", updatable = false)
    private String patientUuid;

    @Column(name = "visit_uuid", updatable = false)
    private String visitUuid;

    @Column(name = "encounter_uuid", updatable = false)
    private String encounterUuid;

    @Column(name = "status")
    @Enumerated(EnumType.STRING)
    private RunStatus status;

    @Column(name = "requester_id", updatable = false)
    private int requesterId;

    @Column(name = "requester_uuid", updatable = false)
    private String requesterUuid;

    @Column(name = "requester_name", updatable = false)
    private String requesterName;

    @Column(name = "requested_micros", updatable = false)
    @Convert(converter = MicrosConverter.class)
    private Instant requestedAt;

    @Column(name = "finished_micros")
    @Convert(converter = MicrosConverter.class)
    private Instant finishedAt;

    protected Run() {}

    Run(PatientRef patient, RunRequest request, Actor requester, Instant now) {
        this.uuid = UUID.randomUUID().toString();
        this.patientId = patient.id();
        this.patientUuid = patient.uuid();
        this.visitUuid = request.visitUuid();
        this.encounterUuid = request.encounterUuid();
        this.status = RunStatus.RUNNING;
        this.requesterId = requester.userId();
        this.requesterUuid = requester.uuid();
        this.requesterName = requester.name();
        this.requestedAt = now;
    }

    void end(RunStatus how, Instant now) {
        this.status = how;
        this.finishedAt = now;
    }

    public RunStatus statusAt(Instant now) {
        boolean lost = status == RunStatus.RUNNING && now.isAfter(requestedAt.plus(LONGEST));
        return lost ? RunStatus.FAILED : status;
    }

    Long getId() {
        return id;
    }

    public String getUuid() {
        return uuid;
    }

    public PatientRef getPatient() {
        return new PatientRef(patientId, patientUuid);
    }

    public String getVisitUuid() {
        return visitUuid;
    }

    public String getEncounterUuid() {
        return encounterUuid;
    }

    public Actor getRequester() {
        return new Actor(requesterId, requesterUuid, requesterName);
    }

    public Instant getRequestedAt() {
        return requestedAt;
    }

    public Optional<Instant> getFinishedAt() {
        return Optional.ofNullable(finishedAt);
    }
}
