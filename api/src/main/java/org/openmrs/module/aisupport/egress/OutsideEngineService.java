/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.egress;

import java.util.List;
import java.util.Optional;
import org.openmrs.annotation.Authorized;
import org.openmrs.module.aisupport.AisupportService;
import org.openmrs.module.aisupport.Privileges;
import org.openmrs.module.aisupport.snapshot.InputDefinition;

/** Engines outside of this practice, for who manages AI support. Every change is in the audit. */
public interface OutsideEngineService extends AisupportService {

    /**
     * One of them.
     *
     * @param version what a change has to name, so that nobody overwrites what another one entered meanwhile
     * @param lookedAt whether its server was found to describe such a service; before, it can't be switched on
     * @param wants what of a record it asks for, as its server says
     * @param obstacle why it can't be called just now, in words for an administrator
     * @param leftAlone whether this server does not call it for a while, after failures or because it asked for that
     * @param hasSecret whether one is in the runtime properties
     */
    record Listed(
            OutsideEngineSetup setup,
            int version,
            boolean enabled,
            boolean lookedAt,
            List<String> wants,
            Optional<String> obstacle,
            boolean leftAlone,
            boolean hasSecret,
            OutsideCallLog.Lately lately) {}

    @Authorized(Privileges.MANAGE)
    List<Listed> engines();

    /** @throws org.openmrs.module.aisupport.validation.InvalidRequestException if it makes no sense, or the id is taken */
    @Authorized(Privileges.MANAGE)
    Listed add(OutsideEngineSetup setup);

    /** Switches it off as well: what was agreed to was something else. */
    @Authorized(Privileges.MANAGE)
    Listed change(OutsideEngineSetup setup, int version);

    /** Asks its server what it describes; sends nothing of any patient. */
    @Authorized(Privileges.MANAGE)
    Listed look(String engine);

    @Authorized(Privileges.MANAGE)
    Listed switchTo(String engine, boolean on, int version);

    /** The last calls of an engine, newest first, without anything of a patient. */
    @Authorized(Privileges.MANAGE)
    List<OutsideCallLog.Call> calls(String engine);

    /** What an engine outside may be given at all: no free text, since whoever wrote it may have written a name. */
    @Authorized(Privileges.MANAGE)
    List<InputDefinition> inputsToChooseFrom();

    /** What keeps every engine outside from being called, in words for an administrator. */
    @Authorized(Privileges.MANAGE)
    List<String> obstacles();

    /** Whether a setting has stopped them all. */
    @Authorized(Privileges.MANAGE)
    boolean areStopped();
}
