/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import java.util.Optional;
import org.openmrs.module.aisupport.persistence.KeyRing;
import org.openmrs.module.aisupport.platform.RuntimeProperties;

/** The keys of the seals, which stand in the runtime properties, where whoever can change the audit's tables does not find them. */
public class SealKeys {

    /** The first seals, the others verify. */
    public static final String PROPERTY = "aisupport.audit.keys";

    /** Keys that are gone for good, each with its last seal: the chain may go on after it, unverified as it leaves it. */
    static final String LOST = "aisupport.audit.lostKeys";

    /** Numbers in the chain whose finding is accounted for. */
    static final String EXPLAINED = "aisupport.audit.explained";

    private final RuntimeProperties properties;

    public SealKeys(RuntimeProperties properties) {
        this.properties = properties;
    }

    /** Empty where there is none that can be read; {@link #missing} says why. */
    Optional<KeyRing> ring() {
        try {
            return read();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** @throws IllegalArgumentException where they can't be read; then there is no {@link #ring} either */
    LostKeys lost() {
        return properties
                .value(LOST)
                .filter(value -> !value.isBlank())
                .map(LostKeys::read)
                .orElse(LostKeys.NONE);
    }

    /** @throws IllegalArgumentException where they can't be read; then there is no {@link #ring} either */
    Explained explained() {
        return properties
                .value(EXPLAINED)
                .filter(value -> !value.isBlank())
                .map(Explained::read)
                .orElse(Explained.NOTHING);
    }

    /** With what a verifier has to know besides the keys. */
    Optional<SealTerms> terms() {
        return ring().map(ring -> new SealTerms(ring, lost(), explained()));
    }

    private Optional<KeyRing> read() {
        lost();
        explained();
        return properties.value(PROPERTY).map(value -> KeyRing.read(PROPERTY, value));
    }

    /** Why nothing is sealed, in words for an administrator; empty where it is. */
    Optional<String> missing() {
        try {
            return read().isPresent()
                    ? Optional.empty()
                    : Optional.of("The runtime property " + PROPERTY
                            + " is not set, so nothing is sealed, and changes of the audit"
                            + " can't be found. Set it to 2026=KEY, where KEY is what openssl rand -base64 32 prints, and restart"
                            + " OpenMRS.");
        } catch (IllegalArgumentException wrong) {
            return Optional.of(wrong.getMessage());
        }
    }
}
