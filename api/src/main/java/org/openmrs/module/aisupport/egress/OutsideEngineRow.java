/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.egress;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.openmrs.module.aisupport.persistence.MicrosConverter;

/**
 * An engine outside, as an administrator has set it up. Its secret is none of it: that stands in the runtime properties. It is never
 * removed, only switched off, since suggestions and the audit name it.
 */
@Entity(name = "AisupportOutsideEngine")
@Table(name = "aisupport_outside_engine")
public class OutsideEngineRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "outside_engine_id")
    private Long id;

    @Column(name = "engine", updatable = false)
    private String engine;

    /** What another form of this row would be; grows with each change. */
    @Version
    @Column(name = "version")
    private int version;

    /** All that was entered, as JSON: read by {@link OutsideEngineSetup}. */
    @Column(name = "setup_json")
    private String setup;

    /** What its server described when it was last looked at, as its {@link OutsideProtocol} keeps it; empty before. */
    @Column(name = "described")
    private String described;

    @Column(name = "enabled")
    private boolean enabled;

    @Column(name = "changed_micros")
    @Convert(converter = MicrosConverter.class)
    private Instant changedAt;

    protected OutsideEngineRow() {}

    OutsideEngineRow(OutsideEngineSetup setup, Instant now) {
        this.engine = setup.id();
        this.setup = setup.json();
        this.changedAt = now;
    }

    /** What was looked at before is no longer so: it has to be looked at again before it can be switched on. */
    void change(OutsideEngineSetup entered, Instant at) {
        if (!entered.json().equals(setup)) {
            this.setup = entered.json();
            this.described = null;
            this.enabled = false;
            this.changedAt = at;
        }
    }

    void lookedAt(String found, Instant at) {
        this.described = found;
        this.changedAt = at;
    }

    void switchTo(boolean on, Instant at) {
        this.enabled = on;
        this.changedAt = at;
    }

    public String getEngine() {
        return engine;
    }

    public int getVersion() {
        return version;
    }

    public OutsideEngineSetup getSetup() {
        return OutsideEngineSetup.read(setup);
    }

    public String getDescribed() {
        return described;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public Instant getChangedAt() {
        return changedAt;
    }
}
