/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform.openmrs;

import org.openmrs.api.context.Context;

/**
 * Lends the user a privilege of the platform for one thing that the module does on its own account, such as keeping the consent
 * attribute in step: a receptionist who may record consent need not be able to edit people.
 */
public class Elevation {

    void with(Runnable work, String... privileges) {
        for (String privilege : privileges) {
            Context.addProxyPrivilege(privilege);
        }
        try {
            work.run();
        } finally {
            for (String privilege : privileges) {
                Context.removeProxyPrivilege(privilege);
            }
        }
    }
}
