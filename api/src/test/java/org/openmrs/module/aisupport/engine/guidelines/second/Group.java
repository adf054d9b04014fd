/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

/** Groups of medicines that guidelines speak of. */
enum Group {
    RAS_BLOCKER,
    MRA,
    DIURETIC,
    NSAID,
    NITROFURANTOIN,
    METFORMIN,
    LITHIUM,
    VITAMIN_K_ANTAGONIST,
    DOAC,
    HEPARIN,
    STATIN,
    LIPID_LOWERING,
    METHOTREXATE,
    IRON
}
