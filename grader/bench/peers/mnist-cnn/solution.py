EPOCHS = 15


def prepare(x):
    return x / 255


model = keras.Sequential(
    [
        keras.Input((28, 28, 1)),
        layers.Conv2D(12, 3, activation="relu"),
        layers.MaxPooling2D(2),
        layers.Conv2D(24, 3, activation="relu"),
        layers.MaxPooling2D(2),
        layers.Flatten(),
        layers.Dense(32, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
falling = keras.callbacks.LearningRateScheduler(lambda epoch: 0.004 * (1 - epoch / EPOCHS) + 0.0002)
x = prepare(train["x"])
began = time.perf_counter()
model.fit(x, train["y"], epochs=EPOCHS, batch_size=64, verbose=0, callbacks=[falling])
train_seconds = time.perf_counter() - began
