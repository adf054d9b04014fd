/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.api.context;

import java.util.Locale;
import java.util.Properties;
import org.openmrs.User;
import org.openmrs.api.AdministrationService;
import org.openmrs.api.ConceptService;
import org.openmrs.api.ConditionService;
import org.openmrs.api.DiagnosisService;
import org.openmrs.api.EncounterService;
import org.openmrs.api.ObsService;
import org.openmrs.api.PatientService;
import org.openmrs.api.PersonService;
import org.openmrs.api.UserService;
import org.openmrs.module.aisupport.sandbox.RunningPlatform;

public class Context {

    public static User getAuthenticatedUser() {
        return RunningPlatform.backend().authenticatedUser();
    }

    public static boolean isAuthenticated() {
        return RunningPlatform.backend().authenticatedUser() != null;
    }

    public static boolean hasPrivilege(String privilege) {
        return RunningPlatform.backend().hasPrivilege(privilege);
    }

    public static void addProxyPrivilege(String privilege) {
        RunningPlatform.backend().addProxyPrivilege(privilege);
    }

    public static void removeProxyPrivilege(String privilege) {
        RunningPlatform.backend().removeProxyPrivilege(privilege);
    }

    public static Properties getRuntimeProperties() {
        return RunningPlatform.backend().runtimeProperties();
    }

    public static void clearSession() {
        RunningPlatform.backend().clearSession();
    }

    public static Locale getLocale() {
        return RunningPlatform.backend().locale();
    }

    public static <T> T getService(Class<? extends T> cls) {
        return RunningPlatform.backend().service(cls);
    }

    public static AdministrationService getAdministrationService() {
        return getService(AdministrationService.class);
    }

    public static ConceptService getConceptService() {
        return getService(ConceptService.class);
    }

    public static PersonService getPersonService() {
        return getService(PersonService.class);
    }

    public static UserService getUserService() {
        return getService(UserService.class);
    }

    public static ConditionService getConditionService() {
        return getService(ConditionService.class);
    }

    public static DiagnosisService getDiagnosisService() {
        return getService(DiagnosisService.class);
    }

    public static EncounterService getEncounterService() {
        return getService(EncounterService.class);
    }

    public static ObsService getObsService() {
        return getService(ObsService.class);
    }

    public static PatientService getPatientService() {
        return getService(PatientService.class);
    }
}
