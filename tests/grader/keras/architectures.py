"""What Keras makes of the architectures of architectures.ts: weights, answers, loss, gradients, ten optimiser steps.

Prints one JSON object a line. Both files name the same networks; weights, rows and targets come from here.
"""

import json
import os
import sys

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras  # noqa: E402
import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402
from keras import Input  # noqa: E402
from keras import layers as L  # noqa: E402

ROWS = 8
CLASSES = 3
STEPS = 10
LEARNING_RATE = 0.01


def hard_sigmoid(x):
    return keras.ops.clip(0.2 * x + 0.5, 0.0, 1.0)


def stack(shape, *layers):
    return lambda: keras.Sequential([Input(shape), *(layer() for layer in layers), L.Dense(CLASSES, "softmax")])


def residual():
    x = Input((6,))
    h = L.Dense(5, "relu")(x)
    h = L.Add()([h, L.Dense(5, "tanh")(h)])
    return keras.Model(x, L.Dense(CLASSES, "softmax")(h))


def branches():
    x = Input((6,))
    joined = L.Concatenate()([L.Dense(4, "relu")(x), L.Dense(3, "sigmoid")(x)])
    return keras.Model(x, L.Dense(CLASSES, "softmax")(joined))


def attention():
    """Scaled dot-product self-attention of stock layers, with one head."""
    x = Input((5, 4))
    query, key, value = (L.Dense(4, use_bias=False)(x) for _ in range(3))
    weights = L.Activation("softmax")(L.Dot(axes=2)([query, key]))
    mixed = L.Dot(axes=[2, 1])([weights, value])
    h = L.GlobalAveragePooling1D()(L.Add()([x, mixed]))
    return keras.Model(x, L.Dense(CLASSES, "softmax")(h))


def residual_convolution():
    x = Input((6, 6, 2))
    h = L.Conv2D(3, 3, padding="same", activation="relu")(x)
    h = L.Add()([h, L.Conv2D(3, 3, padding="same")(h)])
    return keras.Model(x, L.Dense(CLASSES, "softmax")(L.GlobalAveragePooling2D()(L.ReLU()(h))))


def multiplied():
    x = Input((6,))
    gated = L.Multiply()([L.Dense(4, "tanh")(x), L.Dense(4, "sigmoid")(x)])
    return keras.Model(x, L.Dense(CLASSES, "softmax")(gated))


ARCHITECTURES = {
    "dense relu": stack((6,), lambda: L.Dense(5, "relu")),
    "dense tanh, sigmoid": stack((6,), lambda: L.Dense(5, "tanh"), lambda: L.Dense(4, "sigmoid")),
    "dense elu, selu, softplus": stack(
        (6,), lambda: L.Dense(5, "elu"), lambda: L.Dense(5, "selu"), lambda: L.Dense(4, "softplus")
    ),
    "leaky relu": stack((6,), lambda: L.Dense(5), lambda: L.LeakyReLU(negative_slope=0.2)),
    "l1 and l2": stack(
        (6,), lambda: L.Dense(5, "relu", kernel_regularizer=keras.regularizers.L1L2(l1=0.01, l2=0.02))
    ),
    "batch normalisation": stack((6,), lambda: L.Dense(5, use_bias=False), lambda: L.BatchNormalization(), lambda: L.ReLU()),
    "layer normalisation": stack((6,), lambda: L.Dense(5), lambda: L.LayerNormalization(epsilon=0.001)),
    "conv2d, max pooling": stack(
        (8, 8, 1), lambda: L.Conv2D(3, 3, activation="relu"), lambda: L.MaxPooling2D(2), lambda: L.Flatten()
    ),
    "conv2d, strides, same": stack(
        (7, 7, 2), lambda: L.Conv2D(3, 3, strides=2, padding="same", activation="tanh"), lambda: L.Flatten()
    ),
    "conv2d, dilated": stack((8, 8, 1), lambda: L.Conv2D(3, 3, dilation_rate=2, activation="relu"), lambda: L.Flatten()),
    "conv2d, dilated, linear, same": stack(
        (7, 6, 2),
        lambda: L.Conv2D(3, (3, 2), dilation_rate=(2, 3), padding="same"),
        lambda: L.GlobalAveragePooling2D(),
    ),
    "conv2d, average pooling, batch normalisation": stack(
        (6, 6, 2),
        lambda: L.Conv2D(3, 3, padding="same", use_bias=False),
        lambda: L.BatchNormalization(),
        lambda: L.AveragePooling2D(2),
        lambda: L.GlobalAveragePooling2D(),
    ),
    "depthwise convolution": stack(
        (6, 6, 2), lambda: L.DepthwiseConv2D(3, activation="relu"), lambda: L.GlobalMaxPooling2D()
    ),
    "separable convolution": stack(
        (6, 6, 2), lambda: L.SeparableConv2D(3, 3, activation="relu"), lambda: L.GlobalAveragePooling2D()
    ),
    "large convolutions, batch normalisation, max pooling": stack(
        (32, 32, 4),
        lambda: L.Conv2D(16, 3, padding="same", activation="relu"),
        lambda: L.BatchNormalization(),
        lambda: L.MaxPooling2D(2),
        lambda: L.Conv2D(16, 3, padding="same"),
        lambda: L.ReLU(),
        lambda: L.Conv2D(16, 3),
        lambda: L.Activation("tanh"),
        lambda: L.GlobalAveragePooling2D(),
    ),
    "large depthwise convolution, average pooling": stack(
        (32, 32, 16),
        lambda: L.DepthwiseConv2D(5, padding="same", activation="tanh"),
        lambda: L.AveragePooling2D(2),
        lambda: L.Conv2D(16, 5, strides=2, use_bias=False),
        lambda: L.GlobalAveragePooling2D(),
    ),
    "conv1d, pooling": stack(
        (9, 2), lambda: L.Conv1D(4, 3, activation="relu"), lambda: L.MaxPooling1D(2), lambda: L.Flatten()
    ),
    "conv1d, dilated": stack(
        (9, 2), lambda: L.Conv1D(4, 3, dilation_rate=2, activation="relu"), lambda: L.GlobalMaxPooling1D()
    ),
    "simple rnn": stack((7, 3), lambda: L.SimpleRNN(4)),
    "lstm": stack((7, 3), lambda: L.LSTM(4)),
    "lstm of hard sigmoids": stack((7, 3), lambda: L.LSTM(4, recurrent_activation=hard_sigmoid)),
    "lstm upon lstm": stack((7, 3), lambda: L.LSTM(4, return_sequences=True), lambda: L.LSTM(3, go_backwards=True)),
    "gru": stack((7, 3), lambda: L.GRU(4, reset_after=False)),
    "gru of hard sigmoids": stack((7, 3), lambda: L.GRU(4, reset_after=False, recurrent_activation=hard_sigmoid)),
    "bidirectional lstm": stack((7, 3), lambda: L.Bidirectional(L.LSTM(3))),
    "bidirectional gru of 40 steps": stack((40, 3), lambda: L.Bidirectional(L.GRU(3, reset_after=False))),
    "embedding": stack((6,), lambda: L.Embedding(10, 4), lambda: L.Flatten()),
    "embedding, masked gru": stack(
        (6,), lambda: L.Embedding(10, 4, mask_zero=True), lambda: L.GRU(4, reset_after=False)
    ),
    "embedding, conv1d": stack(
        (9,), lambda: L.Embedding(10, 4), lambda: L.Conv1D(4, 3, activation="relu"), lambda: L.GlobalAveragePooling1D()
    ),
    "dense over time": stack((5, 3), lambda: L.TimeDistributed(L.Dense(4, "relu")), lambda: L.Flatten()),
    "residual": residual,
    "residual convolution": residual_convolution,
    "branches": branches,
    "multiplied": multiplied,
    "attention": attention,
}


def flat(arrays):
    return [[float(value) for value in np.asarray(array, dtype="float32").ravel()] for array in arrays]


# The optimisers do not depend on what they move: all of them on these, one with a memory and one without on the rest.
EVERY_OPTIMIZER = {"dense relu", "batch normalisation", "conv2d, max pooling", "lstm", "embedding"}
SOME = ("momentum", "adam")


def optimizers():
    return {
        "sgd": keras.optimizers.SGD(LEARNING_RATE),
        "momentum": keras.optimizers.SGD(LEARNING_RATE, momentum=0.9),
        "rmsprop": keras.optimizers.RMSprop(LEARNING_RATE),
        "adagrad": keras.optimizers.Adagrad(LEARNING_RATE),
        "adadelta": keras.optimizers.Adadelta(LEARNING_RATE),
        "adam": keras.optimizers.Adam(LEARNING_RATE),
        "adamax": keras.optimizers.Adamax(LEARNING_RATE),
    }


def describe(name, build, seed):
    keras.utils.set_random_seed(seed)
    model = build()
    random = np.random.default_rng(seed)
    shape = model.input_shape[1:]
    embeds = any(isinstance(layer, L.Embedding) for layer in model.layers)
    x = random.integers(0, 10, (ROWS, *shape)) if embeds else random.standard_normal((ROWS, *shape))
    x = x.astype("float32")
    y = keras.utils.to_categorical(random.integers(0, CLASSES, ROWS), CLASSES).astype("float32")
    # Biases of 0 and gammas of 1 would hide a weight in the wrong place.
    start = [w + 0.1 * random.random(w.shape).astype("float32") for w in model.get_weights()]
    model.set_weights(start)
    answer = model(x, training=False)
    loss_of = keras.losses.CategoricalCrossentropy()

    @tf.function
    def loss_and_gradients():
        with tf.GradientTape() as tape:
            loss = loss_of(y, model(x, training=True)) + sum(model.losses)
        gradients = tape.gradient(loss, [weight.value for weight in model.trainable_weights])
        return loss, [tf.convert_to_tensor(gradient) for gradient in gradients]

    loss, gradients = loss_and_gradients()
    after = {}
    for key, optimizer in optimizers().items():
        if name not in EVERY_OPTIMIZER and key not in SOME:
            continue
        model.set_weights(start)
        losses = []
        for step in range(1, STEPS + 1):
            if key == "adam":
                # Keras adds epsilon to the uncorrected root, TensorFlow.js to the corrected one, as Adam's authors do.
                optimizer.epsilon = 1e-7 * (1 - optimizer.beta_2**step) ** 0.5
            step_loss, step_gradients = loss_and_gradients()
            optimizer.apply(step_gradients, model.trainable_weights)
            losses.append(float(step_loss))
        after[key] = {"losses": losses, "weights": weights_of(model)}
    model.set_weights(start)
    return {
        "name": name,
        "shape": list(shape),
        "x": flat([x])[0],
        "y": flat([y])[0],
        "weights": weights_of(model),
        "answer": flat([answer])[0],
        "loss": float(loss),
        "gradients": flat(gradients),
        "after": after,
    }


def weights_of(model):
    return [flat(layer.get_weights()) for layer in model.layers if layer.get_weights()]


if __name__ == "__main__":
    for seed, name in enumerate(ARCHITECTURES):
        if len(sys.argv) == 1 or name in sys.argv[1:]:
            print(json.dumps(describe(name, ARCHITECTURES[name], seed)), flush=True)
