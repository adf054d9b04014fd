/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Our reader against the library that writes what it reads. */
@Tag("A2")
class JsonLinePropertyTest {

    private final ObjectMapper library = new ObjectMapper();

    @Property(tries = 1000)
    void what_the_library_writes_is_read_as_it_was(@ForAll("objects") Map<String, Object> object)
            throws JsonProcessingException {
        assertThat(JsonLine.read(library.writeValueAsString(Map.of("inner", object))))
                .isEqualTo(Map.of("inner", object));
        assertThat(JsonLine.read(library.writerWithDefaultPrettyPrinter().writeValueAsString(object)))
                .isEqualTo(object);
    }

    @Provide
    Arbitrary<Map<String, Object>> objects() {
        Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(12);
        Arbitrary<Object> values = Arbitraries.oneOf(
                        texts.asGeneric(), Arbitraries.longs().asGeneric())
                .injectNull(0.2);
        return Arbitraries.maps(texts, values).ofMaxSize(5);
    }

    @Example
    void escapes_are_read_as_the_library_reads_them() throws JsonProcessingException {
        String text = "{\"a\":\"\\u00e9\\uD83D\\uDC99\\/\\b\\f\\n\\r\\t\\\"\\\\\", \"n\" : -12 }";

        assertThat(JsonLine.read(text))
                .isEqualTo(Map.of("a", library.readTree(text).get("a").asText(), "n", -12L));
    }

    @Example
    void what_is_no_such_line_is_refused() {
        for (String text : new String[] {
            "",
            "{",
            "{}}",
            "[]",
            "null",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{\"a\":1 \"b\":2}",
            "{\"a\":01}",
            "{\"a\":1.5}",
            "{\"a\":1e3}",
            "{\"a\":-}",
            "{\"a\":true}",
            "{\"a\":[]}",
            "{\"a\":99999999999999999999}",
            "{\"a\":9999999999999999999}",
            "{\"a\":\"\\x\"}",
            "{\"a\":\"\\u12g4\"}",
            "{\"a\":\"\\u12",
            "{\"a\":\"\n\"}",
            "{\"a\":1,\"a\":2}",
            "{\"a\":{\"b\":{}}}",
            "{a:1}",
            "{\"a\":\"b",
            "{\"a\":nul}"
        }) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> JsonLine.read(text));
        }
    }
}
