/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.egress;

import java.util.List;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.OutsideEngine;

/** How engines of one kind are looked at and asked. What a server was found to describe is kept as text of the protocol's own. */
interface OutsideProtocol {

    /**
     * Asks the server what it has; sends nothing of any patient.
     *
     * @param caller who looks, to count attempts by
     * @throws org.openmrs.module.aisupport.validation.InvalidRequestException with what is wrong, in words for an administrator
     */
    String look(OutsideEngineSetup setup, String caller);

    /** What of a record it asks for, in words for an administrator; empty where it takes what it is given. */
    List<String> wants(String described);

    /** What it is and what for, as far as it says so itself. */
    About about(OutsideEngineSetup setup, String described);

    OutsideEngine engine(OutsideEngineSetup setup, String described, EngineCard card);

    /** @param cautions empty where it says none */
    record About(String purpose, String cautions) {}
}
