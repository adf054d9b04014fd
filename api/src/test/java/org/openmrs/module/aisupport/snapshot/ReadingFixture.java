/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.NOW;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.openmrs.module.aisupport.consent.PermitFixture;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.testing.FakePatients;
import org.openmrs.module.aisupport.testing.FakeSettings;

/** A patient, a chart and the builder that reads it, at noon UTC of a fixed day, with the module's own mapping or a site's. */
public final class ReadingFixture {

    private final FakePatients patients = new FakePatients();
    private final PatientRef patient = patients.add();
    private final FakeChart chart = new FakeChart();
    private final FakeSettings settings = new FakeSettings();
    private final SnapshotBuilder builder;

    public ReadingFixture() {
        this(new ConceptMappings(new FakeSettings(), () -> Path.of("none")));
    }

    public ReadingFixture(ConceptMappings mappings) {
        this.builder = new SnapshotBuilder(
                patients, chart, mappings, new SensitiveTopics(settings, chart), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    public FakeChart chart() {
        return chart;
    }

    public PatientRef patient() {
        return patient;
    }

    public FakePatients patients() {
        return patients;
    }

    public Snapshot read(String... inputs) {
        return readWithPermitOf(NOW, inputs);
    }

    /** What the practice holds to be sensitive, as an administrator types it. */
    public ReadingFixture sensitive(String setting) {
        settings.set(Setting.CONSENT_SENSITIVE_CONCEPTS, setting);
        return this;
    }

    public SensitiveTopics topics() {
        return new SensitiveTopics(settings, chart);
    }

    /** For a patient who allowed sensitive topics too. */
    public Snapshot readWithGrant(String... inputs) {
        return builder.build(PermitFixture.permit(patient, true, NOW), Set.of(inputs));
    }

    public Snapshot readWithPermitOf(Instant issuedAt, String... inputs) {
        return builder.build(PermitFixture.permit(patient, false, issuedAt), Set.of(inputs));
    }
}
