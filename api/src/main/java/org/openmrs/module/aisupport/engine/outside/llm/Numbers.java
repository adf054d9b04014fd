/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.llm;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers in a text: in any script's digits, with a point or a comma, whatever their sign. A digit right behind a letter belongs to a
 * name, as in HbA1c or B12. Numbers in words are not seen.
 */
final class Numbers {

    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\p{Nd}])(?<![\\p{L}\\p{Nd}][.,])\\p{Nd}+(?:[.,]\\p{Nd}+)*");
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?");

    private Numbers() {}

    static Set<BigDecimal> in(String text) {
        Set<BigDecimal> numbers = new LinkedHashSet<>();
        Matcher number = NUMBER.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
        while (number.find()) {
            addAll(numbers, digits(number.group()));
        }
        return numbers;
    }

    /** With two separators it is a date, or thousands; each part of a date counts. */
    private static void addAll(Set<BigDecimal> numbers, String written) {
        String plain = THOUSANDS.matcher(written).matches() ? written.replace(",", "") : written.replace(',', '.');
        if (plain.indexOf('.') == plain.lastIndexOf('.')) {
            numbers.add(value(plain));
            return;
        }
        for (String part : plain.split("\\.")) {
            numbers.add(value(part));
        }
    }

    private static BigDecimal value(String plain) {
        BigDecimal value = new BigDecimal(plain);
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    private static String digits(String written) {
        StringBuilder plain = new StringBuilder();
        written.codePoints().forEach(point -> {
            int digit = Character.digit(point, 10);
            plain.appendCodePoint(digit < 0 ? point : '0' + digit);
        });
        return plain.toString();
    }
}
