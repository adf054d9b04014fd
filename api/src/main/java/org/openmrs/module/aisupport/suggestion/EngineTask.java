/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import org.openmrs.module.aisupport.consent.Permit;
import org.openmrs.module.aisupport.engine.SuggestionEngine;
import org.openmrs.module.aisupport.platform.Actor;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** One engine's work in a run: everything it needs, so that its thread needs nothing of the platform. */
record EngineTask(String runUuid, Permit permit, Actor requester, SuggestionEngine engine, Snapshot snapshot) {}
