/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport;

/** The names of the module's privileges, as {@code config.xml} declares them, and of the platform's that it asks for. */
public final class Privileges {

    public static final String VIEW_CONSENT = "View AI Consent";
    public static final String RECORD_CONSENT = "Record AI Consent";
    public static final String VIEW_SUGGESTIONS = "View AI Suggestions";
    public static final String REQUEST_SUGGESTIONS = "Request AI Suggestions";
    public static final String DECIDE_SUGGESTIONS = "Decide AI Suggestions";
    public static final String VIEW_AUDIT = "View AI Audit";
    public static final String PATIENT_REPORT = "Make AI Patient Reports";
    public static final String MANAGE = "Manage AI Support";
    public static final String READ_METRICS = "Read AI Metrics";

    // An engine reads the chart with the rights of the GP who asked, so asking needs the right to read each part of it.
    public static final String GET_PATIENTS = "Get Patients";
    public static final String GET_OBSERVATIONS = "Get Observations";
    public static final String GET_CONDITIONS = "Get Conditions";
    public static final String GET_DIAGNOSES = "Get Diagnoses";
    public static final String GET_ORDERS = "Get Orders";

    private Privileges() {}
}
