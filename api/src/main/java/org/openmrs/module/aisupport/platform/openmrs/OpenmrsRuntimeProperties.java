/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform.openmrs;

import java.util.Optional;
import org.openmrs.api.context.Context;
import org.openmrs.module.aisupport.platform.RuntimeProperties;

/** Of {@code openmrs-runtime.properties}, as they were when the server started. */
public class OpenmrsRuntimeProperties implements RuntimeProperties {

    @Override
    public Optional<String> value(String name) {
        return Optional.ofNullable(Context.getRuntimeProperties().getProperty(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
