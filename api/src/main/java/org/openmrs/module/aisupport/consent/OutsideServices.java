/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openmrs.module.aisupport.persistence.Sha256;

/** Which services outside there are, and which ones patients were told of. */
public interface OutsideServices {

    int REVISION_LENGTH = 16;

    /** Where no service outside can be connected. */
    OutsideServices NONE = new OutsideServices() {
        @Override
        public List<OutsideService> current() {
            return List.of();
        }

        @Override
        public Optional<List<OutsideService>> told(String revision) {
            return Optional.empty();
        }

        @Override
        public void keep(List<OutsideService> told) {
            throw new UnsupportedOperationException("There is nothing to tell.");
        }
    };

    /** Those that are switched on now, in the order of their ids. */
    List<OutsideService> current();

    /** What was kept under this revision; empty if nothing was, or if it is no longer what was told. */
    Optional<List<OutsideService>> told(String revision);

    /** In the transaction that keeps a yes to it, so that it can be said for ever what the patient was told. */
    void keep(List<OutsideService> told);

    /** Stands for exactly these. */
    static String revisionOf(List<OutsideService> services) {
        String everything = services.stream()
                .map(service -> String.join(
                        "\n",
                        service.id(),
                        service.name(),
                        service.developer(),
                        service.recipient(),
                        String.valueOf(service.commercial()),
                        service.country(),
                        service.retention()))
                .collect(Collectors.joining("\n\n"));
        return Sha256.hex(everything.getBytes(StandardCharsets.UTF_8)).substring(0, REVISION_LENGTH);
    }
}
