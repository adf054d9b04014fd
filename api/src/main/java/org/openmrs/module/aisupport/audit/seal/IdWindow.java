/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

/**
 * A range of the audit's ids, as wide as one transaction looks at. Somebody who writes to the table by hand may have chosen any id, so the
 * ranges lie where rows are and never go from 1 on.
 */
record IdWindow(long first, long last) {

    /** From that id on; the highest id there can be is the end. */
    static IdWindow from(long first, long size) {
        return new IdWindow(first, first > Long.MAX_VALUE - size ? Long.MAX_VALUE : first + size - 1);
    }
}
