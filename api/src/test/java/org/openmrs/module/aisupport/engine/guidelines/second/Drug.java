/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import static org.openmrs.module.aisupport.engine.guidelines.second.Group.DIURETIC;
import static org.openmrs.module.aisupport.engine.guidelines.second.Group.DOAC;
import static org.openmrs.module.aisupport.engine.guidelines.second.Group.HEPARIN;
import static org.openmrs.module.aisupport.engine.guidelines.second.Group.IRON;
import static org.openmrs.module.aisupport.engine.guidelines.second.Group.LIPID_LOWERING;
import static org.openmrs.module.aisupport.engine.guidelines.second.Group.LITHIUM;
import static org.openmrs.module.aisupport.engine.guidelines.second.Group.METFORMIN;
import static org.openmrs.module.aisupport.engine.guidelines.second.Group.METHOTREXATE;
import static org.openmrs.module.aisupport.engine.guidelines.second.Group.MRA;
import static org.openmrs.module.aisupport.engine.guidelines.second.Group.NITROFURANTOIN;
import static org.openmrs.module.aisupport.engine.guidelines.second.Group.NSAID;
import static org.openmrs.module.aisupport.engine.guidelines.second.Group.RAS_BLOCKER;
import static org.openmrs.module.aisupport.engine.guidelines.second.Group.STATIN;
import static org.openmrs.module.aisupport.engine.guidelines.second.Group.VITAMIN_K_ANTAGONIST;

import java.util.Set;

/** Medicines by their ATC code, with the groups that pharmacology puts them in, whatever a mapping says. */
enum Drug {
    RAMIPRIL("C09AA05", RAS_BLOCKER),
    LOSARTAN("C09CA01", RAS_BLOCKER),
    LISINOPRIL_WITH_HYDROCHLOROTHIAZIDE("C09BA03", RAS_BLOCKER, DIURETIC),
    SACUBITRIL_WITH_VALSARTAN("C09DX04", RAS_BLOCKER),
    FUROSEMIDE("C03CA01", DIURETIC),
    BENDROFLUMETHIAZIDE("C03AA01", DIURETIC),
    SPIRONOLACTONE("C03DA01", MRA, DIURETIC),
    FINERENONE("C03DA05", MRA),
    IBUPROFEN("M01AE01", NSAID),
    CELECOXIB("M01AH01", NSAID),
    DICLOFENAC_GEL("M02AA15"),
    GLUCOSAMINE("M01AX05"),
    ASPIRIN_LOW_DOSE("B01AC06"),
    METFORMIN_TABLETS("A10BA02", METFORMIN),
    NITROFURANTOIN_CAPSULES("J01XE01", NITROFURANTOIN),
    LITHIUM_CARBONATE("N05AN01", LITHIUM),
    METHOTREXATE_TABLETS("L04AX03", METHOTREXATE),
    METHOTREXATE_INJECTION("L01BA01", METHOTREXATE),
    FERROUS_FUMARATE("B03AA02", IRON),
    FOLIC_ACID("B03BB01"),
    WARFARIN("B01AA03", VITAMIN_K_ANTAGONIST),
    APIXABAN("B01AF02", DOAC),
    RIVAROXABAN("B01AF01", DOAC),
    EDOXABAN("B01AF03", DOAC),
    DABIGATRAN("B01AE07", DOAC),
    ENOXAPARIN("B01AB05", HEPARIN),
    CLOPIDOGREL("B01AC04"),
    ATORVASTATIN("C10AA05", STATIN),
    ATORVASTATIN_WITH_AMLODIPINE("C10BX03", STATIN),
    SIMVASTATIN_WITH_EZETIMIBE("C10BA02", STATIN),
    BEMPEDOIC_ACID_WITH_EZETIMIBE("C10BA10", LIPID_LOWERING),
    EZETIMIBE("C10AX09", LIPID_LOWERING),
    FENOFIBRATE("C10AB05", LIPID_LOWERING),
    EVOLOCUMAB("C10AX13", LIPID_LOWERING);

    final String atc;
    final Set<Group> groups;

    Drug(String atc, Group... groups) {
        this.atc = atc;
        this.groups = Set.of(groups);
    }

    int concept() {
        return 300 + ordinal();
    }
}
