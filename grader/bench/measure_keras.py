"""One measurement of Keras in a process of its own: trains a case and prints what measure-training.ts prints.

The cases are those of training-cases.ts, by the same names. Keras takes its own defaults, but for what would make
another network of the same name: hard_sigmoid is TensorFlow.js's (0.2 x + 0.5), a GRU resets before the product.
"""

import argparse
import json
import os
import resource
import time

os.environ.setdefault("KERAS_BACKEND", "tensorflow")

import keras  # noqa: E402
import numpy as np  # noqa: E402
from keras import layers as L  # noqa: E402

CLASSES = 10
EPOCHS = 3


def hard_sigmoid(x):
    return keras.ops.clip(0.2 * x + 0.5, 0.0, 1.0)


def gru(units, **more):
    return L.GRU(units, reset_after=False, recurrent_activation=hard_sigmoid, **more)


# name: (shape of a row, rows, batch size, tokens or None, layers)
CASES = {
    "MLP 784-256": ((784,), 8192, 128, None, lambda: [L.Dense(256, "relu")]),
    "MLP 784-256, batch 512": ((784,), 8192, 512, None, lambda: [L.Dense(256, "relu")]),
    "small MLP 16-32-32": (
        (16,),
        4096,
        32,
        None,
        lambda: [L.Dense(32, "relu"), L.Dropout(0.2), L.Dense(32, "relu")],
    ),
    "CNN 28×28": (
        (28, 28, 1),
        2048,
        128,
        None,
        lambda: [
            L.Conv2D(32, 3, activation="relu"),
            L.MaxPooling2D(2),
            L.Conv2D(64, 3, activation="relu"),
            L.MaxPooling2D(2),
            L.Flatten(),
            L.Dense(64, "relu"),
        ],
    ),
    "CNN 32×32×3": (
        (32, 32, 3),
        1024,
        64,
        None,
        lambda: [
            L.Conv2D(16, 3, padding="same", use_bias=False),
            L.BatchNormalization(),
            L.ReLU(),
            L.MaxPooling2D(2),
            L.Conv2D(32, 3, padding="same", activation="relu"),
            L.MaxPooling2D(2),
            L.Conv2D(64, 3, padding="same", activation="relu"),
            L.GlobalAveragePooling2D(),
        ],
    ),
    "LSTM(32) of 50 steps": ((50, 8), 1024, 64, None, lambda: [L.LSTM(32)]),
    "LSTM(32), hard sigmoid": (
        (50, 8),
        1024,
        64,
        None,
        lambda: [L.LSTM(32, recurrent_activation=hard_sigmoid)],
    ),
    "GRU(32) of 50 steps": ((50, 8), 1024, 64, None, lambda: [gru(32)]),
    "GRU(32) of 200 steps": ((200, 8), 512, 64, None, lambda: [gru(32)]),
    "bidirectional LSTM(16)": ((50, 8), 1024, 64, None, lambda: [L.Bidirectional(L.LSTM(16))]),
    "conv1d + GRU(24)": (
        (32, 6),
        1024,
        64,
        None,
        lambda: [L.Conv1D(16, 5, strides=2, activation="relu"), gru(24)],
    ),
    "embedding + conv1d": (
        (40,),
        4096,
        64,
        500,
        lambda: [L.Embedding(500, 16), L.Conv1D(32, 5, activation="relu"), L.GlobalMaxPooling1D()],
    ),
}


def clock():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime, time.perf_counter()


class Ends(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.clocks = []

    def on_epoch_end(self, epoch, logs=None):
        self.clocks.append(clock())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--case", required=True, choices=CASES)
    shape, rows, batch_size, tokens, hidden = CASES[parser.parse_args().case]
    random = np.random.default_rng(1)
    x = random.integers(0, tokens, (rows, *shape)) if tokens else random.random((rows, *shape))
    x = x.astype("float32")
    y = keras.utils.to_categorical(random.integers(0, CLASSES, rows), CLASSES)
    model = keras.Sequential([keras.Input(shape), *hidden(), L.Dense(CLASSES, "softmax")])
    model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
    ends = Ends()
    start = clock()
    model.fit(x, y, batch_size=batch_size, epochs=EPOCHS, verbose=0, callbacks=[ends])
    (first_cpu, first_wall), (last_cpu, last_wall) = ends.clocks[0], ends.clocks[-1]
    samples = rows * (EPOCHS - 1)
    print(
        json.dumps(
            {
                "params": model.count_params(),
                "samplesPerCpuSecond": samples / (last_cpu - first_cpu),
                "samplesPerSecond": samples / (last_wall - first_wall),
                "firstEpochCpuSeconds": first_cpu - start[0],
            }
        )
    )


if __name__ == "__main__":
    main()
