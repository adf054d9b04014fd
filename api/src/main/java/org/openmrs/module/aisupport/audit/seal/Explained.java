/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import java.util.HashSet;
import java.util.Set;

/**
 * Numbers in the chain at which something was found, and an administrator found out why it is so and wrote it down: such as a clock that
 * was set back. In the runtime properties, where whoever can change the audit's tables can't say it.
 */
final class Explained {

    static final Explained NOTHING = new Explained(Set.of());

    private final Set<Long> numbers;

    private Explained(Set<Long> numbers) {
        this.numbers = numbers;
    }

    /**
     * @param value such as {@code 4711, 5012}
     * @throws IllegalArgumentException saying what to mend
     */
    static Explained read(String value) {
        Set<Long> numbers = new HashSet<>();
        for (String one : value.split(",", -1)) {
            String written = one.strip();
            if (!written.matches("[1-9][0-9]{0,17}")) {
                throw new IllegalArgumentException("The runtime property " + SealKeys.EXPLAINED
                        + " must be a number in the chain, or several with commas between them, such as 4711, 5012.");
            }
            numbers.add(Long.valueOf(written));
        }
        return new Explained(numbers);
    }

    boolean has(long seq) {
        return numbers.contains(seq);
    }
}
