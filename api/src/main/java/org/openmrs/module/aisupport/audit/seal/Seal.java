/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

/**
 * One link of the chain: that an audit row stood so when it was sealed, and after which other.
 *
 * @param seq counted from 1 without a gap
 * @param format which {@link SealFormat} it was made in
 * @param previous the hash of the seal before it, {@link SealFormat#NOTHING} for the first
 * @param hash HMAC-SHA-256, 64 hexadecimal digits
 * @param keyId the name of its key
 */
record Seal(long seq, long auditId, int format, String previous, String hash, String keyId) {}
