// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import java.util.Arrays;

/** Tells lists of ids apart: each different list gets the next number from 0 on. */
final class HashTable {
    private final int width;
    private int[] keys;
    private int[] places = new int[64];
    private final int[] one = new int[1];
    private int size;

    /** @param width ids of a list */
    HashTable(int width) {
        this.width = width;
        this.keys = new int[Math.max(1, width) * 32];
        Arrays.fill(places, -1);
    }

    int size() {
        return size;
    }

    /** An id of a list, by its number. */
    int key(int number, int at) {
        return keys[number * width + at];
    }

    /** The number of a list; a new one if it is new. */
    int add(int[] list) {
        int place = place(list);
        if (places[place] >= 0) {
            return places[place];
        }
        if ((size + 1) * width > keys.length) {
            keys = Arrays.copyOf(keys, Math.max(keys.length * 2, (size + 1) * width));
        }
        System.arraycopy(list, 0, keys, size * width, width);
        places[place] = size++;
        int number = size - 1;
        if (2 * size > places.length) {
            grow();
        }
        return number;
    }

    /** Adds a list of one id, where lists have that width; whether it is new. */
    boolean addOne(int id) {
        one[0] = id;
        int before = size;
        return add(one) == before;
    }

    /** The number of a list, or -1 if it was never added. */
    int find(int[] list) {
        return places[place(list)];
    }

    private int place(int[] list) {
        int mask = places.length - 1;
        int place = hash(list, 0) & mask;
        while (places[place] >= 0 && !isAt(list, places[place])) {
            place = place + 1 & mask;
        }
        return place;
    }

    private boolean isAt(int[] list, int number) {
        int from = number * width;
        for (int i = 0; i < width; i++) {
            if (keys[from + i] != list[i]) {
                return false;
            }
        }
        return true;
    }

    private int hash(int[] list, int from) {
        int hash = 0;
        for (int i = from; i < from + width; i++) {
            hash = (hash + list[i]) * 0x9E3779B9;
            hash ^= hash >>> 15;
        }
        return hash;
    }

    private void grow() {
        places = new int[places.length * 2];
        Arrays.fill(places, -1);
        int mask = places.length - 1;
        for (int number = 0; number < size; number++) {
            int place = hash(keys, number * width) & mask;
            while (places[place] >= 0) {
                place = place + 1 & mask;
            }
            places[place] = number;
        }
    }
}
