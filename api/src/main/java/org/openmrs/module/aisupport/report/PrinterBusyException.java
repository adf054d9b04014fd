/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.report;

/** Another report was being printed all the time that this one waited for. */
public class PrinterBusyException extends RuntimeException {

    PrinterBusyException() {
        super("Another report is being printed, so this one was not.");
    }
}
